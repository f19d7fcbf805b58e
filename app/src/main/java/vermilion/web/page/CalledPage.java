package vermilion.web.page;

import java.util.List;

/// What to do now that a patient has told on the telephone how she is.
///
/// @param frame what stands around it
/// @param who who it is about
/// @param level the id of the level that stands now
/// @param levelWord the same as a word
/// @param now what to do at once, in order
/// @param bring whom to bring to the telephone
/// @param because what she told that counts
public record CalledPage(
    Frame frame,
    ActPage.Who who,
    String level,
    String levelWord,
    List<String> now,
    List<String> bring,
    List<String> because)
    implements Page {

  /// Whether somebody is brought to the telephone while she waits.
  public boolean isGrave() {
    return level.equals("emergency") || level.equals("urgent");
  }

  @Override
  public String template() {
    return "clinic/called.jte";
  }
}
