package vermilion.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// Keeps the links of a demonstration's patients, so that the next start can show them again; the
/// store knows only what they hash to.
public final class DemoLinks {

  private static final String PLACE = "/p/#";

  private DemoLinks() {}

  /// Keeps links in a file that its owner alone can read.
  public static void keep(Path file, List<DemoClinic.Seeded> people) {
    List<Json> all = new ArrayList<>();
    for (DemoClinic.Seeded one : people) {
      String secret = one.link().substring(one.link().indexOf(PLACE) + PLACE.length());
      all.add(Json.object().put("name", one.name()).put("secret", secret).build());
    }
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, new Json.Arr(all).text(), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the demonstration's links in " + file, e);
    }
  }

  /// The links that were kept, for a server that is reached at `url` now; none where none were
  /// kept.
  public static List<DemoClinic.Seeded> kept(Path file, String url) {
    List<DemoClinic.Seeded> people = new ArrayList<>();
    try {
      if (Files.exists(file)
          && JsonText.read(Files.readString(file)) instanceof JsonText.Reading.Value value
          && value.value() instanceof Json.Arr all) {
        for (Json one : all.items()) {
          people.add(new DemoClinic.Seeded(text(one, "name"), url + PLACE + text(one, "secret")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demonstration's links in " + file, e);
    }
    return people;
  }

  private static String text(Json object, String name) {
    return object instanceof Json.Obj members
            && members.find(name).orElse(new Json.Null()) instanceof Json.Str text
        ? text.value()
        : "";
  }
}
