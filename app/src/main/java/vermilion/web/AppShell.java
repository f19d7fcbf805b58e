package vermilion.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vermilion.json.Json;
import vermilion.service.Sha256;

/// The files of the patient's app as they lie in this build, and the one version that they are of:
/// what its service worker keeps, so that the app opens without a network.
public final class AppShell {

  /// Where the worker is served, with the list before it.
  public static final String PATH = "/p/sw.js";

  private static final String WEB = "web/";

  private static final String WORKER = "p/sw.js";

  /// Answers the path of the page itself.
  private static final String PAGE = "p/index.html";

  /// Made by another module, so it lies in another jar.
  private static final String CORE = "static/p/core.mjs";

  /// The message files; of those in other languages a phone keeps the one that its patient reads.
  private static final String WORDS = "static/p/words/";

  private static final String ENGLISH = WORDS + "en.json";

  /// Pages that few open, or open once; a phone keeps the ones that it has fetched.
  private static final String LATER = "static/p/later/";

  /// The one stylesheet that the build makes for the page, and what it is made of.
  private static final String SHEET = "static/app.css";

  private static final Set<String> IN_THE_SHEET =
      Set.of(
          "static/tokens.css",
          "static/base.css",
          "static/patient.css",
          "static/form.css",
          "static/massage.css");

  private AppShell() {}

  /// The service worker, told which files there are and of which version they are.
  public static String script() {
    return script(AppShell::bytes);
  }

  /// The same for files whose bytes come from elsewhere.
  ///
  /// @param bytesOf the bytes of a file below `web/`
  public static String script(Function<String, byte[]> bytesOf) {
    Json.Builder later = Json.object();
    for (String file : later()) {
      later.put(address(file), digest(bytesOf.apply(file)));
    }
    Json shell =
        Json.object()
            .put("version", version(bytesOf))
            .put("files", Json.Arr.ofStrings(files().stream().map(AppShell::address).toList()))
            .put("later", later.build())
            .build();
    String worker = new String(bytesOf.apply(WORKER), StandardCharsets.UTF_8);
    return "self.SHELL = " + shell.text() + ";\n" + worker;
  }

  /// Every file of the app, below `web/`, in order: all but what is the clinic's, the worker itself
  /// and the pictures for a home screen.
  static List<String> files() {
    Stream<String> core = has(CORE) ? Stream.of(CORE) : Stream.of();
    return Stream.concat(own().stream(), core)
        .filter(AppShell::isOfTheApp)
        .filter(file -> !isLater(file) && !(IN_THE_SHEET.contains(file) && has(SHEET)))
        .distinct()
        .sorted()
        .toList();
  }

  /// What a phone fetches when it is asked for, and keeps from then on, below `web/`, in order: the
  /// words of the languages but English, and pages that few open.
  static List<String> later() {
    return own().stream().filter(AppShell::isLater).sorted().toList();
  }

  private static boolean has(String file) {
    return AppShell.class.getResource("/" + WEB + file) != null;
  }

  private static boolean isLater(String file) {
    return file.startsWith(LATER) || (file.startsWith(WORDS) && !file.equals(ENGLISH));
  }

  /// What lies beside her own folders is the clinic's and the reader's, unless she uses it too. The
  /// pictures for a home screen are the telephone's own once it has put them there.
  private static boolean isOfTheApp(String file) {
    boolean hers = file.startsWith("p/") || file.startsWith("static/p/");
    boolean shared = IN_THE_SHEET.contains(file) || file.equals(SHEET) || file.endsWith(".svg");
    return (hers || shared) && !file.equals(WORKER) && !file.endsWith(".png");
  }

  private static String address(String file) {
    return file.equals(PAGE) ? "/p/" : "/" + file;
  }

  /// The digest over the bytes of all files, one after the other, and then over the digests of what
  /// is fetched later; the worker computes the same.
  private static String version(Function<String, byte[]> bytesOf) {
    MessageDigest digest = Sha256.begin();
    for (String file : files()) {
      digest.update(bytesOf.apply(file));
    }
    for (String file : later()) {
      digest.update(digest(bytesOf.apply(file)).getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }

  private static byte[] bytes(String file) {
    try (@Nullable InputStream in = AppShell.class.getResourceAsStream("/" + WEB + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " was listed, but cannot be opened");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// What lies below `web/` where this class lies: in a folder of a build, or in a jar.
  private static List<String> own() {
    try {
      Path place =
          Path.of(AppShell.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(place) ? inFolder(place.resolve(WEB)) : inJar(place);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("cannot list the files of the app", e);
    }
  }

  private static List<String> inFolder(Path web) throws IOException {
    try (Stream<Path> files = Files.walk(web)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> web.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static List<String> inJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(WEB))
          .map(name -> name.substring(WEB.length()))
          .toList();
    }
  }
}
