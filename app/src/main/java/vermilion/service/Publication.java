package vermilion.service;

import java.util.Optional;

/// What an install publishes for anybody to read, and which clinic does.
///
/// @param articles the education pages
/// @param clinic the id of the clinic that publishes them; empty where several share the install
///   and none was named, so that no page can say whose emergency line to call
/// @param news of them by e-mail
public record Publication(Articles articles, Optional<String> clinic, Optional<Newsletter> news) {}
