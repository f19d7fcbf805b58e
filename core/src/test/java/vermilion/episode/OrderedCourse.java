package vermilion.episode;

import java.util.List;
import java.util.Optional;
import vermilion.protocol.MassageOrder;

/// Courses with an order for a massage. The usual order is signed on day 2 at 08:00; its days are
/// the dates from 15 January, two windows a day: 07:30 to 14:00 and 16:00 to 22:30.
final class OrderedCourse {

  /// The first planned session of the usual order, on Thursday from 16:00.
  static final String FIRST = "2/massage/2026-01-15/2";

  private OrderedCourse() {}

  /// Ordered and answered, at 17:00 on Thursday, inside the first window.
  static Course ordered() {
    return ordered(Course.USUAL);
  }

  static Course ordered(MassageOrder order) {
    return answered(Course.begun()).order(order).hour(49).checkIn().hour(55);
  }

  static Course answered(Course course) {
    for (double hour : new double[] {4, 13, 24, 36}) {
      course.hour(hour).checkIn();
    }
    return course.hour(46);
  }

  static MassageOrder order(int perDay, int days, String bruise, String risk) {
    return new MassageOrder(
        48,
        1,
        perDay,
        days,
        List.of("upper lip, left"),
        MassageOrder.USUAL_PRESSURE,
        Optional.empty(),
        Optional.of(bruise),
        Optional.of(risk));
  }

  static String start(Course course) {
    return course.refusal(Course.PATIENT, new EpisodeEvent.MassageStarted(FIRST));
  }
}
