package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a way of reminding takes as a number or an address.
final class ReminderWayTest {

  @Test
  void a_number_has_its_country_in_front_and_seven_to_fifteen_digits() {
    assertThat(ReminderWay.TEXT.takes("+447700900123")).isTrue();
    assertThat(ReminderWay.TEXT.takes("+1234567")).isTrue();
    assertThat(ReminderWay.TEXT.takes("+123456")).isFalse();
    assertThat(ReminderWay.TEXT.takes("+1234567890123456")).isFalse();
    assertThat(ReminderWay.TEXT.takes("07700900123")).isFalse();
    assertThat(ReminderWay.TEXT.takes("+4477 00900123")).isFalse();
    assertThat(ReminderWay.TEXT.takes("+44770090012:")).isFalse();
    assertThat(ReminderWay.TEXT.takes("")).isFalse();
  }

  @Test
  void an_address_has_its_sign_in_the_middle_and_no_blank() {
    assertThat(ReminderWay.EMAIL.takes("amira@example.org")).isTrue();
    assertThat(ReminderWay.EMAIL.takes("@example.org")).isFalse();
    assertThat(ReminderWay.EMAIL.takes("amira@")).isFalse();
    assertThat(ReminderWay.EMAIL.takes("amira @example.org")).isFalse();
    assertThat(ReminderWay.EMAIL.takes("a@" + "b".repeat(253))).isFalse();
  }

  @Test
  void no_way_takes_nothing_and_each_says_what_it_expects() {
    assertThat(ReminderWay.NONE.takes("")).isTrue();
    assertThat(ReminderWay.NONE.takes("+447700900123")).isFalse();
    assertThat(ReminderWay.values()).extracting(ReminderWay::expected).doesNotHaveDuplicates();
  }
}
