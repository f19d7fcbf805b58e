package vermilion.episode;

import java.util.Optional;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;

/// An order as JSON:
/// `{"practitioner","massage":{"startHours","minutes","perDay","days","where",...}}`. Whether it is
/// allowed is another question.
final class OrderCodec {

  /// Bounds of reading only, wide enough for every wrong order to be named by the limit that it
  /// breaks.
  private static final int FAR = 1_000_000;

  private static final int MOST_SPOTS = 100;
  private static final int TEXT_CHARS = 2000;

  private OrderCodec() {}

  static Order read(Fields in) {
    // An empty name is an order that breaks a limit, not one that cannot be read.
    Optional<String> practitioner = in.optionalText("practitioner", Author.MOST_CHARS);
    if (!in.has("practitioner")) {
      in.refuse("practitioner", "text");
    }
    return new Order(
        practitioner.orElse(""), in.optionalObject("massage", OrderCodec::readMassage));
  }

  private static MassageOrder readMassage(Fields in) {
    return new MassageOrder(
        in.whole("startHours", -FAR, FAR),
        in.whole("minutes", -FAR, FAR),
        in.whole("perDay", -FAR, FAR),
        in.whole("days", -FAR, FAR),
        in.texts("where", MOST_SPOTS, TEXT_CHARS),
        in.optionalText("pressure", TEXT_CHARS).orElse(MassageOrder.USUAL_PRESSURE),
        in.optionalText("reason", TEXT_CHARS),
        in.optionalText("bruiseReason", TEXT_CHARS),
        in.optionalText("riskReason", TEXT_CHARS));
  }

  static Json.Obj json(Order order) {
    Optional<MassageOrder> massage = order.massage();
    return Json.object()
        .put("practitioner", order.practitioner())
        .put("massage", massage.<Json>map(OrderCodec::json).orElse(new Json.Null()))
        .build();
  }

  private static Json.Obj json(MassageOrder massage) {
    return Json.object()
        .put("startHours", massage.startHours())
        .put("minutes", massage.minutes())
        .put("perDay", massage.perDay())
        .put("days", massage.days())
        .put("where", Json.Arr.ofStrings(massage.where()))
        .put("pressure", massage.pressure())
        .put("reason", massage.reason())
        .put("bruiseReason", massage.bruiseReason())
        .put("riskReason", massage.riskReason())
        .build();
  }
}
