package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// What the CPU time of a server went into, from a flight recording of samples that are taken by
/// CPU time: native code counts as well, and waiting does not.
final class CpuProfile {
  private static final String EVENT = "jdk.CPUTimeSample";

  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.CPUTimeSample">
          <setting name="enabled">true</setting>
          <setting name="throttle">2ms</setting>
        </event>
      </configuration>
      """;

  /// A part of the work; a sample counts for the first part that is found in its stack, from where
  /// the CPU was towards the thread's beginning.
  enum Part {
    DRIVER("SQL: driver, and SQLite itself", "org.sqlite.", "org.postgresql.", "com.zaxxer."),
    CRYPTO(
        "ciphers, hashes, MACs",
        "javax.crypto.",
        "com.sun.crypto.",
        "sun.security.",
        "java.security.",
        "vermilion.store.AesGcm",
        "vermilion.store.Frame",
        "vermilion.service.Sha256"),
    LINE(
        "the worklist's line",
        "vermilion.service.EpisodeService.row",
        "vermilion.service.Worklist"),
    JSON(
        "JSON and events",
        "vermilion.json.",
        "vermilion.episode.EventCodec",
        "vermilion.web.Assess"),
    CORE(
        "decision, triage, fold",
        "vermilion.triage.",
        "vermilion.episode.",
        "vermilion.clinical.",
        "vermilion.schedule.",
        "vermilion.protocol."),
    STORE("journal: order, batches, waiting", "vermilion.store."),
    SERVICE("service: locks, cache, tokens", "vermilion.service."),
    METERS("measuring itself", "io.micrometer.", "vermilion.web.Meters"),
    HTTP(
        "HTTP: sockets, parser, routes",
        "org.eclipse.jetty.",
        "io.javalin.",
        "jakarta.",
        "kotlin.",
        "vermilion.web."),
    THREADS("threads: switching, waking, timers");

    private final String words;

    /// Beginnings of names, with blanks between.
    private final String prefixes;

    Part(String words, String... prefixes) {
      this.words = words;
      this.prefixes = String.join(" ", prefixes);
    }

    String words() {
      return words;
    }

    private boolean has(String frame) {
      for (var prefix : prefixes.split(" ", -1)) {
        if (!prefix.isEmpty() && frame.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }

  private final Map<Part, Integer> samples = new EnumMap<>(Part.class);
  private final Map<String, Integer> leaves = new TreeMap<>();
  private int all;

  private CpuProfile() {}

  /// Options of a JVM that records into `file` until it ends.
  static String options(Path file) throws IOException {
    var settings = Files.writeString(file.resolveSibling("profile.jfc"), SETTINGS);
    return "-XX:StartFlightRecording=settings="
        + settings.toAbsolutePath()
        + ",filename="
        + file.toAbsolutePath()
        + ",dumponexit=true";
  }

  /// Reads what was recorded between two instants.
  static CpuProfile read(Path file, Instant from, Instant until) throws IOException {
    var profile = new CpuProfile();
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        var event = recording.readEvent();
        var at = event.getStartTime();
        if (event.getEventType().getName().equals(EVENT)
            && at.isAfter(from)
            && at.isBefore(until)) {
          profile.add(event);
        }
      }
    }
    if (profile.all == 0) {
      throw new IOException(file + " holds no " + EVENT + " between " + from + " and " + until);
    }
    return profile;
  }

  private void add(RecordedEvent event) {
    all++;
    samples.merge(part(event), 1, Integer::sum);
    var stack = event.getStackTrace();
    if (stack != null && !stack.getFrames().isEmpty()) {
      leaves.merge(name(stack.getFrames().getFirst()), 1, Integer::sum);
    }
  }

  private static Part part(RecordedEvent event) {
    var stack = event.getStackTrace();
    if (stack == null) {
      return Part.THREADS;
    }
    // The line is made by the same code as the decision: what tells is who asks for it.
    for (var frame : stack.getFrames()) {
      if (Part.LINE.has(name(frame))) {
        return Part.LINE;
      }
    }
    // The JDK's own classes belong to whoever calls them.
    for (var frame : stack.getFrames()) {
      for (var part : Part.values()) {
        if (part.has(name(frame))) {
          return part;
        }
      }
    }
    return Part.THREADS;
  }

  private static String name(RecordedFrame frame) {
    var method = frame.getMethod();
    return method.getType().getName() + "." + method.getName();
  }

  /// The share of a part among all samples.
  double share(Part part) {
    return samples.getOrDefault(part, 0) / (double) all;
  }

  /// How many samples there are.
  int size() {
    return all;
  }
}
