package vermilion.web.page;

/// A page that says what went wrong and where to go.
///
/// @param title what happened, in a few words
/// @param detail what it means
/// @param back where to go from here
/// @param backWords the words of that link
public record ProblemPage(String title, String detail, String back, String backWords)
    implements Page {

  @Override
  public String template() {
    return "problem.jte";
  }
}
