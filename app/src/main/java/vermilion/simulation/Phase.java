package vermilion.simulation;

/// A stretch of days since the treatment that reports sum over.
enum Phase {
  FIRST("0-2", 0, 3),
  WEEK("3-6", 3, 7),
  MONTH("7-27", 7, 28),
  LATER("28-360", 28, 361);

  private final String days;
  private final int from;
  private final int until;

  Phase(String days, int from, int until) {
    this.days = days;
    this.from = from;
    this.until = until;
  }

  /// The days in words.
  String days() {
    return days;
  }

  /// What came on one of these days on average, for each patient.
  double perDay(long[] byDay, long patients) {
    long sum = 0;
    for (int day = from; day < until; day++) {
      sum += byDay[day];
    }
    return (double) sum / (until - from) / patients;
  }
}
