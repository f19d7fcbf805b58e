package vermilion.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Turns a page into HTML with the templates that were compiled into the product. Safe to share.
public final class JtePages {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JtePages.class.getClassLoader(), "vermilion.web.jte");

  /// The whole page, every value escaped for the place where it stands.
  public String html(Page page) {
    var out = new StringOutput();
    engine.render(page.template(), page, out);
    return out.toString();
  }
}
