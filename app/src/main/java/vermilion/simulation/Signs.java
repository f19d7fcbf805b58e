package vermilion.simulation;

/// What is true of one patient's lips at one moment: what a clinician beside her would find.
final class Signs {
  /// A pain that nobody would mention.
  static final double PAINLESS = 0.5;

  String colour = "usual";
  String elsewhere = "no";
  double pain;
  String painCourse = "easing";
  boolean cool;
  boolean slowRefill;
  String skin = "whole";
  boolean bleeding;

  /// From 0, none, over 1, mild, and 2, moderate, to 3, severe.
  double swelling;

  String swellingCourse = "easing";
  String fever = "no";
  String redness = "none";
  boolean pus;
  boolean numb;
  String lump = "none";
  String asymmetry = "none";
  boolean tint;
  boolean vision;
  boolean airway;
  boolean hives;

  /// Adds swelling that does not come from the needle.
  void swell(double degree, String course) {
    swelling = Math.max(swelling, degree);
    swellingCourse = course;
  }

  /// Adds pain that does not come from the needle.
  void hurt(double degree, String course) {
    if (degree > pain) {
      pain = Math.min(degree, 10);
      painCourse = course;
    }
  }
}
