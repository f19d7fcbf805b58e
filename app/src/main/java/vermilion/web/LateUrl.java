package vermilion.web;

import java.util.concurrent.atomic.AtomicReference;

/// What links begin with: configured, or known once the server listens.
final class LateUrl {

  private final String configured;
  private final AtomicReference<String> bound = new AtomicReference<>("");

  LateUrl(String configured) {
    this.configured = configured;
  }

  void set(String url) {
    bound.set(url);
  }

  String get() {
    return configured.isEmpty() ? bound.get() : configured;
  }
}
