package vermilion.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what the server does, for Prometheus. Nothing here names a patient or a clinic.
final class Meters {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicLong lastTickSecond = new AtomicLong();

  Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    Gauge.builder("vermilion_alert_clock_last_run_seconds", lastTickSecond, AtomicLong::get)
        .description("When the alert clock last ran, as Unix time; alarm when it falls behind")
        .register(registry);
  }

  void request(String route, int status, Duration took) {
    Timer.builder("vermilion_http_requests")
        .description("HTTP requests by route and status")
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(took);
  }

  void event(String type, String status) {
    Counter.builder("vermilion_events")
        .description("Events sent, by type and by what became of them")
        .tag("type", type)
        .tag("status", status)
        .register(registry)
        .increment();
  }

  void ticked(long second) {
    lastTickSecond.set(second);
  }

  void scrape(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }
}
