package vermilion.service;

/// What our mails say: plain, short, and nothing about anybody's health.
final class NewsWords {

  private NewsWords() {}

  static Mail.Words question(String clinic, String link) {
    String subject = clinic + ": do you want our news by e-mail?";
    String plain =
        "Somebody, we hope you, asked for news by e-mail when "
            + clinic
            + " has a new or changed article on the care of lips.\n\nYes, please: "
            + link
            + "\n\nThe link works for two days, and once. If you did not ask, do nothing: you will"
            + " hear no more from us.\n";
    String html =
        paragraph(
                "Somebody, we hope you, asked for news by e-mail when "
                    + clinic
                    + " has a new or changed article on the care of lips.")
            + button("Yes, please", link)
            + paragraph(
                "The link works for two days, and once. If you did not ask, do nothing: you will"
                    + " hear no more from us.");
    return new Mail.Words(subject, plain, page(subject, html));
  }

  static Mail.Words article(String clinic, Article article, Links links) {
    String subject = article.lead().title();
    boolean changed = article.dates().updated().isAfter(article.dates().published());
    String news = clinic + (changed ? " has changed an article." : " has a new article.");
    String plain =
        news
            + "\n\n"
            + article.lead().title()
            + "\n"
            + article.lead().summary()
            + "\n"
            + links.article()
            + "\n\nIs something wrong with your lips now? Do not answer this mail: call your"
            + " clinic.\n\nNo more of these mails: "
            + links.leave()
            + "\n";
    String html =
        paragraph(news)
            + "<h1 style=\"font-size:20px\">"
            + escaped(article.lead().title())
            + "</h1>\n"
            + paragraph(article.lead().summary())
            + button("Read it", links.article())
            + paragraph(
                "Is something wrong with your lips now? Do not answer this mail: call your clinic.")
            + "<p><a href=\""
            + escaped(links.leave())
            + "\">No more of these mails</a></p>\n";
    return new Mail.Words(subject, plain, page(subject, html));
  }

  static Mail.Words test(TestMails.Letter letter, String link) {
    String plain = letter.text() + "\n\n" + letter.press() + ":\n" + link + "\n";
    String html = paragraph(letter.text()) + button(letter.press(), link);
    return new Mail.Words(letter.subject(), plain, page(letter.language(), letter.subject(), html));
  }

  /// Where a mail about an article leads.
  ///
  /// @param article to read it
  /// @param leave to end these mails
  record Links(String article, String leave) {}

  private static String page(String title, String body) {
    return page("en", title, body);
  }

  private static String page(String language, String title, String body) {
    return "<!doctype html>\n<html lang=\""
        + language
        + "\" dir=\""
        + (language.equals("ar") ? "rtl" : "ltr")
        + "\"><head><meta charset=\"utf-8\"><title>"
        + escaped(title)
        + "</title></head>\n<body style=\"font-family:sans-serif;font-size:17px;line-height:1.45;"
        + "max-width:34em\">\n"
        + body
        + "</body></html>\n";
  }

  private static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  private static String button(String words, String link) {
    return "<p><a href=\"" + escaped(link) + "\"><b>" + escaped(words) + "</b></a></p>\n";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
