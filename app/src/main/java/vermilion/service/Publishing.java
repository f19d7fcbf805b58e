package vermilion.service;

import java.nio.file.Path;
import java.util.Optional;

/// What an install is told of its education pages, and of the servers that take its messages.
///
/// @param articles the folder of the articles; empty: those that come with the product
/// @param clinic the id of the clinic that publishes them; empty: the only one of the install
/// @param mail the server that takes mails; empty: none is sent, and nobody can subscribe
/// @param texts the gateway that takes text messages; empty: none is sent
public record Publishing(
    Optional<Path> articles,
    Optional<String> clinic,
    Optional<MailSettings> mail,
    Optional<TextSettings> texts) {

  /// Nothing was said: our own articles, in the name of the only clinic.
  public static final Publishing USUAL =
      new Publishing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
