package vermilion.web.page;

/// A name and what it is, for a list of facts.
///
/// @param name what it is called
/// @param value what it is
public record Fact(String name, String value) {}
