package vermilion.service;

/// The staff of an install: accounts, ways in, and who is in.
///
/// @param staff makes and ends accounts
/// @param signIn lets people in
/// @param sessions where they are in
public record People(Staff staff, StaffSignIn signIn, StaffSessions sessions) {

  /// The staff over a store.
  public static People of(StaffSessions.Ports ports, StaffSessions.Settings settings) {
    Staff staff = new Staff(ports.store(), ports.ids(), ports.clock());
    StaffSessions sessions = new StaffSessions(ports, settings);
    return new People(staff, new StaffSignIn(staff, sessions, ports.tokens()), sessions);
  }
}
