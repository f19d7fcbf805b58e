package vermilion.time;

/// The zones that are known in some place: on the server all of the time zone database, on the
/// phone those that were sent.
@FunctionalInterface
public interface WallClocks {
  /// The zone of that exact name, or the name that was probably meant.
  ZoneName find(String name);
}
