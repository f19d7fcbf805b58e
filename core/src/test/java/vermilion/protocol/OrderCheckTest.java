package vermilion.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.clinical.Filler;

final class OrderCheckTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final List<String> SPOT = List.of("upper lip, left");

  private static MassageOrder numbers(int start, int minutes, int perDay, int days) {
    return new MassageOrder(start, minutes, perDay, days, SPOT, "light", NONE, NONE, NONE);
  }

  private static MassageOrder spots(List<String> where) {
    return new MassageOrder(48, 1, 2, 3, where, "light", NONE, NONE, NONE);
  }

  private static MassageOrder reasons(int start, String reason, String bruise, String risk) {
    return new MassageOrder(
        start, 1, 2, 3, SPOT, "light", Optional.of(reason), Optional.of(bruise), Optional.of(risk));
  }

  private static OrderCheck check(MassageOrder massage) {
    return check(massage, false);
  }

  private static OrderCheck check(MassageOrder massage, boolean riskFact) {
    return OrderCheck.check(
        Optional.of(MassageLimits.BRIEF),
        Filler.HYALURONIC_ACID,
        riskFact,
        new Order("Dr A", Optional.of(massage)));
  }

  /// The broken limits as `limit value`.
  private static List<String> broken(OrderCheck check) {
    return switch (check) {
      case OrderCheck.Accepted ignored -> List.of();
      case OrderCheck.Refused refused ->
          refused.broken().stream().map(one -> one.limit() + " " + one.value()).toList();
    };
  }

  @Test
  void the_usual_order_is_accepted_as_it_was_asked_for() {
    var order = new Order("Dr A", Optional.of(numbers(48, 1, 2, 3)));

    assertThat(
            OrderCheck.check(
                Optional.of(MassageLimits.BRIEF), Filler.HYALURONIC_ACID, false, order))
        .isEqualTo(new OrderCheck.Accepted(order));
  }

  @ParameterizedTest
  @CsvSource({"48,1,1,1", "168,5,4,7"})
  void the_limits_themselves_are_allowed(int start, int minutes, int perDay, int days) {
    assertThat(broken(check(numbers(start, minutes, perDay, days)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "23,1,2,3,startHours 23",
    "169,1,2,3,startHours 169",
    "-1,1,2,3,startHours -1",
    "-2147483648,1,2,3,startHours -2147483648",
    "2147483647,1,2,3,startHours 2147483647",
    "47,1,2,3,reason none",
    "24,1,2,3,reason none",
    "48,0,2,3,minutes 0",
    "48,6,2,3,minutes 6",
    "48,2147483647,2,3,minutes 2147483647",
    "48,1,0,3,perDay 0",
    "48,1,5,3,perDay 5",
    "48,1,2,0,days 0",
    "48,1,2,8,days 8",
    "48,1,2,-2147483648,days -2147483648"
  })
  void one_step_outside_a_limit_is_refused_with_that_limit(
      int start, int minutes, int perDay, int days, String expected) {
    assertThat(broken(check(numbers(start, minutes, perDay, days)))).containsExactly(expected);
  }

  @Test
  void a_start_between_24_and_48_hours_needs_a_typed_reason() {
    assertThat(broken(check(reasons(24, "away from Friday", "", "")))).isEmpty();
    assertThat(broken(check(reasons(23, "away", "", "")))).containsExactly("startHours 23");
    assertThat(broken(check(reasons(47, " - ", "", "")))).containsExactly("reason none");
    assertThat(broken(check(reasons(47, "\u200b", "", "")))).containsExactly("reason none");
  }

  @Test
  void a_stricter_protocol_moves_the_limits() {
    var strict = new MassageLimits(96, 72, 60, 120, 1, 2, 1, 2, 2, 3);
    var order = new Order("Dr A", Optional.of(numbers(59, 3, 3, 4)));
    var late = new Order("Dr A", Optional.of(numbers(121, 1, 1, 1)));
    var early = new Order("Dr A", Optional.of(numbers(71, 1, 1, 1)));

    assertThat(broken(OrderCheck.check(Optional.of(strict), Filler.HYALURONIC_ACID, false, order)))
        .containsExactly("startHours 59", "minutes 3", "perDay 3", "days 4");
    assertThat(broken(OrderCheck.check(Optional.of(strict), Filler.HYALURONIC_ACID, false, late)))
        .containsExactly("startHours 121");
    assertThat(broken(OrderCheck.check(Optional.of(strict), Filler.HYALURONIC_ACID, false, early)))
        .containsExactly("reason none");
  }

  @Test
  void all_broken_limits_are_told_at_once() {
    var massage = new MassageOrder(200, 9, 9, 9, List.of(), "", NONE, NONE, NONE);
    var check =
        OrderCheck.check(
            Optional.empty(), Filler.UNKNOWN, true, new Order(" ", Optional.of(massage)));

    assertThat(broken(check))
        .containsExactly(
            "practitioner  ",
            "massage ordered",
            "filler unknown",
            "startHours 200",
            "minutes 9",
            "perDay 9",
            "days 9",
            "where 0",
            "pressure ",
            "riskReason none");
    var refused = (OrderCheck.Refused) check;
    assertThat(refused.broken())
        .allSatisfy(one -> {
          assertThat(one.sentence()).endsWith(".");
          assertThat(one.allowed()).isNotBlank();
        });
    assertThat(refused.broken().get(3).sentence())
        .isEqualTo("Massage starts by hour 168, not at hour 200.");
    assertThat(refused.broken().get(4).allowed()).isEqualTo("1 to 5");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HYALURONIC_ACID")
  void no_other_filler_is_ever_massaged(Filler filler) {
    var order = new Order("Dr A", Optional.of(numbers(48, 1, 2, 3)));

    assertThat(broken(OrderCheck.check(Optional.of(MassageLimits.BRIEF), filler, false, order)))
        .containsExactly("filler " + filler.id());
  }

  @Test
  void an_order_of_no_massage_needs_only_a_name() {
    var none = Optional.<MassageLimits>empty();

    assertThat(
            broken(
                OrderCheck.check(none, Filler.UNKNOWN, true, new Order("Dr A", Optional.empty()))))
        .isEmpty();
    assertThat(
            broken(OrderCheck.check(none, Filler.UNKNOWN, true, new Order("-", Optional.empty()))))
        .containsExactly("practitioner -");
  }

  @Test
  void a_fact_of_risk_needs_a_reason_of_its_own() {
    assertThat(broken(check(reasons(48, "a reason", "", ""), true)))
        .containsExactly("riskReason none");
    assertThat(broken(check(reasons(48, "", "", "asked her doctor"), true))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whole lip",
        "the whole lips",
        "Whole  Lips.",
        "entire upper lip",
        "all over",
        "ALL-OVER",
        "everywhere",
        "both lips",
        "lips",
        "The lips",
        "all"
      })
  void everything_is_not_a_named_spot(String spot) {
    assertThat(broken(check(spots(List.of("lower lip, right", spot)))))
        .containsExactly("where[1] " + spot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"upper lip, left", "lower lip", "left corner", "wholesome", "Überall links", "唇"})
  void a_spot_in_any_words_is_allowed(String spot) {
    assertThat(broken(check(spots(List.of(spot))))).isEmpty();
  }

  @Test
  void one_to_eight_spots_are_named() {
    assertThat(broken(check(spots(Collections.nCopies(8, "a spot"))))).isEmpty();
    assertThat(broken(check(spots(Collections.nCopies(9, "a spot"))))).containsExactly("where 9");
    assertThat(broken(check(spots(List.of())))).containsExactly("where 0");
  }

  @Test
  void texts_end_where_they_may_end() {
    assertThat(broken(check(spots(List.of("x".repeat(80)))))).isEmpty();
    assertThat(broken(check(spots(List.of("x".repeat(81))))))
        .containsExactly("where[0] " + "x".repeat(60) + "...");
    assertThat(broken(check(spots(List.of("..."))))).containsExactly("where[0] ...");
    var sixty = "whole " + "x".repeat(54);
    assertThat(broken(check(spots(List.of(sixty))))).containsExactly("where[0] " + sixty);
    assertThat(broken(check(reasons(30, "x".repeat(500), "x".repeat(500), "x".repeat(500)))))
        .isEmpty();
    assertThat(broken(check(reasons(30, "x".repeat(501), "y".repeat(501), "z".repeat(501)))))
        .hasSize(3);
    var massage = new MassageOrder(48, 1, 2, 3, SPOT, "x".repeat(201), NONE, NONE, NONE);
    assertThat(broken(check(massage))).hasSize(1);
    var named = new Order("x".repeat(121), Optional.empty());
    assertThat(broken(OrderCheck.check(Optional.empty(), Filler.OTHER, false, named))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"left\nright", "left\u0000", "left\u007f", "left\u009f", "left\u001f"})
  void a_spot_has_no_control_character(String spot) {
    assertThat(broken(check(spots(List.of(spot))))).containsExactly("where[0] " + spot);
  }

  @Test
  void a_reason_may_have_lines_and_no_other_control_character() {
    assertThat(broken(check(reasons(30, "one\r\ntwo", "", "")))).isEmpty();
    assertThat(broken(check(reasons(30, "one\u0007", "", "")))).hasSize(1);
    assertThat(broken(check(spots(List.of("left\u00a0side ~"))))).isEmpty();
  }

  @Test
  void a_refusal_has_a_cause() {
    assertThatThrownBy(() -> new OrderCheck.Refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_empty_box_on_a_page_permits_nothing() {
    var massage = reasons(48, "", " ", "--");

    assertThat(massage.reason()).isEmpty();
    assertThat(massage.bruiseReason()).isEmpty();
    assertThat(massage.riskReason()).isEmpty();
    assertThat(reasons(48, "", "small", "").bruiseReason()).contains("small");
  }
}
