package vermilion.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a file together with the one that it is based on: a section that stands in the file takes
/// the place of the base's section, and in `texts` the same holds for the sections of a language.
/// Where it says a section of the English otherwise, the base's translations of it fall away.
///
/// Every value keeps the place where it was written, so that a mistake in the base is told with the
/// base's name.
final class BasedOn {
  private static final String EXPECTED = "a file beside this one, such as: lip-ha.yaml version 1";

  private final Folder folder;
  private final Problems problems;

  BasedOn(Folder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /// The keys and values of a file with those of its base.
  Optional<Yaml.Fields> fields(String file) {
    Optional<Yaml.Fields> own = read(file, Place.first(file));
    Optional<Yaml.Field> basedOn = own.flatMap(fields -> fields.find("based-on"));
    return basedOn.isEmpty()
        ? own
        : base(own.get(), basedOn.get()).map(base -> over(base, own.get(), false));
  }

  private Optional<Yaml.Fields> read(String file, Place namedAt) {
    try {
      return YamlReader.read(file, folder.bytes(file), problems);
    } catch (DiskFolder.TooLarge tooLarge) {
      YamlReader.refuseSize(file, tooLarge.size(), problems);
    } catch (IOException unreadable) {
      problems.tell(namedAt, "no readable file " + file, "a protocol file");
    }
    return Optional.empty();
  }

  private Optional<Yaml.Fields> base(Yaml.Fields own, Yaml.Field basedOn) {
    Optional<Yaml.Scalar> line = Section.wordIn(basedOn.value(), EXPECTED, problems);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Words words = Words.of(line.get(), problems);
    Optional<Words.Word> name = words.word(EXPECTED).filter(this::isBeside);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!words.take("version")) {
      words.fail("version and a number, as in: lip-ha.yaml version 1");
      return Optional.empty();
    }
    Optional<Words.Word> version = words.word("a version");
    Optional<Yaml.Fields> base = version.flatMap(_ -> read(name.get().text(), name.get().place()));
    return base.filter(fields -> isRight(own, fields, version.orElseThrow()));
  }

  private boolean isBeside(Words.Word name) {
    boolean beside =
        name.text().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.')
            && name.text().endsWith(".yaml")
            && !name.text().startsWith(".");
    if (!beside) {
      problems.add(name.place(), name.text(), EXPECTED);
    }
    return beside;
  }

  private boolean isRight(Yaml.Fields own, Yaml.Fields base, Words.Word version) {
    String there = text(base, "version");
    if (!there.equals(version.text())) {
      problems.add(version.place(), version.text(), "the version of the base, which is " + there);
      return false;
    }
    Optional<Yaml.Field> again = base.find("based-on");
    if (again.isPresent()) {
      problems.tell(
          again.get().key().place(), "a base that is based on another", "a base that stands alone");
      return false;
    }
    if (text(own, "status").equals("signed") && !text(base, "status").equals("signed")) {
      problems.tell(
          version.place(), "a signed protocol based on a draft", "a base that is signed too");
      return false;
    }
    return true;
  }

  private static String text(Yaml.Fields fields, String key) {
    return fields
        .find(key)
        .map(Yaml.Field::value)
        .filter(Yaml.Scalar.class::isInstance)
        .map(value -> ((Yaml.Scalar) value).text())
        .orElse("");
  }

  private static Yaml.Fields over(Yaml.Fields base, Yaml.Fields own, boolean inTexts) {
    List<Yaml.Field> fields = new ArrayList<>();
    for (Yaml.Field field : own.fields()) {
      Optional<Yaml.Field> below = base.find(field.key().text());
      boolean deeper = inTexts || field.key().text().equals("texts");
      if (deeper
          && below.isPresent()
          && below.get().value() instanceof Yaml.Fields lower
          && field.value() instanceof Yaml.Fields upper) {
        // texts, then the language; the sections of a language are replaced whole.
        fields.add(
            new Yaml.Field(
                field.key(),
                inTexts ? section(lower, upper) : over(stillTrue(lower, upper), upper, true)));
      } else {
        fields.add(field);
      }
    }
    for (Yaml.Field field : base.fields()) {
      boolean ownWord = !inTexts && List.of("signature", "based-on").contains(field.key().text());
      if (own.find(field.key().text()).isEmpty() && !ownWord) {
        fields.add(field);
      }
    }
    return new Yaml.Fields(own.place(), List.copyOf(fields));
  }

  /// The base's languages without the sections whose English this file says otherwise: a
  /// translation of words that no longer hold must not be shown in their place (H-7).
  private static Yaml.Fields stillTrue(Yaml.Fields base, Yaml.Fields own) {
    Optional<Yaml.Fields> changed =
        own.find(TextSection.ENGLISH)
            .map(Yaml.Field::value)
            .filter(Yaml.Fields.class::isInstance)
            .map(Yaml.Fields.class::cast);
    if (changed.isEmpty()) {
      return base;
    }
    List<Yaml.Field> languages = new ArrayList<>();
    for (Yaml.Field language : base.fields()) {
      boolean translated = !language.key().text().equals(TextSection.ENGLISH);
      languages.add(
          translated && language.value() instanceof Yaml.Fields words
              ? new Yaml.Field(language.key(), without(words, changed.get()))
              : language);
    }
    return new Yaml.Fields(base.place(), List.copyOf(languages));
  }

  private static Yaml.Fields without(Yaml.Fields words, Yaml.Fields changed) {
    List<Yaml.Field> kept = new ArrayList<>();
    for (Yaml.Field section : words.fields()) {
      String name = section.key().text();
      if (name.equals(TextSection.REVIEWED) || changed.find(name).isEmpty()) {
        kept.add(section);
      }
    }
    return new Yaml.Fields(words.place(), List.copyOf(kept));
  }

  private static Yaml.Fields section(Yaml.Fields base, Yaml.Fields own) {
    List<Yaml.Field> fields = new ArrayList<>(own.fields());
    for (Yaml.Field field : base.fields()) {
      if (own.find(field.key().text()).isEmpty()) {
        fields.add(field);
      }
    }
    return new Yaml.Fields(own.place(), List.copyOf(fields));
  }
}
