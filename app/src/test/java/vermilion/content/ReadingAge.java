package vermilion.content;

import java.util.List;

/// How old somebody should be to read an English text with ease: the Flesch-Kincaid grade plus the
/// five years before school.
///
/// Syllables are counted by groups of vowels, with the usual corrections for silent endings. That
/// is a rough count for one word and a good one for a few sentences.
final class ReadingAge {
  private static final int YEARS_BEFORE_SCHOOL = 5;

  private ReadingAge() {}

  /// The reading age of sentences; each line is at least one sentence.
  static double of(List<String> lines) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String line : lines) {
      for (String sentence : line.split("[.!?:]+(\\s|$)", -1)) {
        int before = words;
        for (String word : sentence.split("[^A-Za-z0-9']+", -1)) {
          if (!word.isEmpty()) {
            words++;
            syllables += syllables(word);
          }
        }
        sentences += words > before ? 1 : 0;
      }
    }
    double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    return grade + YEARS_BEFORE_SCHOOL;
  }

  /// The syllables of one word.
  static int syllables(String word) {
    String letters = word.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    if (letters.length() <= 3) {
      return 1;
    }
    String heard =
        letters
            .replaceFirst("(?<=[^aeiouy]l)es$", "s")
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
    return Math.max(1, groups);
  }
}
