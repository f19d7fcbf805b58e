package vermilion.service;

import java.nio.file.Path;
import java.util.Optional;

/// What an install is told of its education pages.
///
/// @param articles the folder of the articles; empty: those that come with the product
/// @param clinic the id of the clinic that publishes them; empty: the only one of the install
public record Publishing(Optional<Path> articles, Optional<String> clinic) {

  /// Nothing was said: our own articles, in the name of the only clinic.
  public static final Publishing USUAL = new Publishing(Optional.empty(), Optional.empty());
}
