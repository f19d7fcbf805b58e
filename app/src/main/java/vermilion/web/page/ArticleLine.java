package vermilion.web.page;

/// An article in a list.
///
/// @param slug its name in the address
/// @param title what it is called
/// @param summary what it says in short
/// @param language its language, as a tag
/// @param grade how well it is known, in a word
/// @param updated when it last changed, for people
public record ArticleLine(
    String slug, String title, String summary, String language, String grade, String updated) {}
