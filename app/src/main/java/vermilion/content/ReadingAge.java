package vermilion.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How old somebody should be to read an English text with ease: the Flesch-Kincaid grade plus the
/// five years before school (decision 23).
///
/// Syllables are counted by groups of vowels, with corrections for silent endings, for vowels that
/// are heard apart and for a few words. Against words counted by hand it is wrong in at most two of
/// a hundred words of our own texts and one in ten of harder ones it was not made for, each by one
/// syllable (`ReadingAgeTest`). In a text of twelve words one syllable is one year, so a single age
/// is good to about a year.
final class ReadingAge {
  private static final int YEARS_BEFORE_SCHOOL = 5;
  private static final int HEAVY = 3;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+(\\s|$)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}0-9']+");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

  /// Names that stand on the product's box and have no plainer one: she must find the same name
  /// there. They count as words of two syllables.
  static final List<String> NAMES = List.of("hyaluronic", "hydroxylapatite");

  /// Two vowels that are heard apart, as in diary, video, quiet and ideas.
  private static final Pattern APART =
      Pattern.compile("(?<![tscgx])i[aou]|iet|(?<![tscrf])ien|eo|(?<=d)eas?$|ea$");

  private static final Set<String> OF_TWO =
      Set.of(
          "every",
          "something",
          "going",
          "being",
          "fluid",
          "metre",
          "crooked",
          "evening",
          "business",
          "people");

  private ReadingAge() {}

  /// The reading age of sentences; each line is at least one sentence. A text without a word has
  /// none, and is refused.
  static double of(List<String> lines) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String line : lines) {
      for (String sentence : SENTENCE_END.split(line, -1)) {
        List<String> some = words(sentence);
        words += some.size();
        sentences += some.isEmpty() ? 0 : 1;
        for (String word : some) {
          syllables += weight(word);
        }
      }
    }
    if (words == 0) {
      throw new IllegalArgumentException("no word in " + lines);
    }
    double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    return grade + YEARS_BEFORE_SCHOOL;
  }

  /// How many words there are; a number is one.
  static int count(List<String> lines) {
    int count = 0;
    for (String line : lines) {
      count += words(line).size();
    }
    return count;
  }

  /// The words that weigh most, the longest to say first: of three syllables or more, at most five.
  static List<String> heaviest(List<String> lines) {
    Map<String, Integer> heavy = new TreeMap<>();
    for (String line : lines) {
      for (String word : words(line)) {
        if (weight(word) >= HEAVY) {
          heavy.put(word.toLowerCase(Locale.ROOT), weight(word));
        }
      }
    }
    List<String> sorted = new ArrayList<>(heavy.keySet());
    sorted.sort(Comparator.comparing(heavy::get).reversed());
    return List.copyOf(sorted.subList(0, Math.min(5, sorted.size())));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(text, -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static int weight(String word) {
    return NAMES.contains(word.toLowerCase(Locale.ROOT)) ? 2 : syllables(word);
  }

  /// The syllables of one word; a number counts as one.
  static int syllables(String word) {
    String letters = NO_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    if (OF_TWO.contains(letters)) {
      return 2;
    }
    if (letters.length() <= 3) {
      return 1;
    }
    String heard =
        letters
            .replaceFirst("(?<=[^aeiouy]l)es$", "e")
            .replaceFirst("(?<![td])ed$", "")
            .replaceFirst("(?<![sxzcgh])es$", "s")
            .replaceFirst("(?<=[^aeiouyl])e$", "")
            .replaceFirst("(?<=[aeiouy]l)e$", "");
    int groups = 0;
    boolean inVowels = false;
    for (int i = 0; i < heard.length(); i++) {
      boolean vowel = "aeiouy".indexOf(heard.charAt(i)) >= 0;
      if (vowel && !inVowels) {
        groups++;
      }
      inVowels = vowel;
    }
    int apart = (int) APART.matcher(heard).results().count();
    return Math.max(1, groups + apart);
  }
}
