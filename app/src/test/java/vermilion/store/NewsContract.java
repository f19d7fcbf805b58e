package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermilion.service.Article;
import vermilion.service.Articles;
import vermilion.service.EmailAddress;
import vermilion.service.EvidenceGrade;
import vermilion.service.Ids;
import vermilion.service.JournalFailure;
import vermilion.service.Mail;
import vermilion.service.MailKeys;
import vermilion.service.MailQueue;
import vermilion.service.MailRound;
import vermilion.service.MailSender;
import vermilion.service.Newsletter;
import vermilion.service.Store;
import vermilion.service.Verification;

/// What every store does for news by e-mail, from the question to the erasure.
abstract class NewsContract extends StoreContract {

  private static final String CLINIC = "northside";
  private static final String BASE = "https://care.example.org";
  private static final EmailAddress AMIRA = new EmailAddress("amira@example.org");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Post post = new Post();
  private Store store;

  /// A server that takes what it is told to take.
  private static final class Post implements MailSender {
    private final List<Mail> sent = new ArrayList<>();
    private Outcome answer = new Outcome.Sent();

    @Override
    public Outcome send(Mail mail) {
      if (answer instanceof Outcome.Sent) {
        sent.add(mail);
      }
      return answer;
    }

    @Override
    public void rest() {
      // Nothing is open.
    }
  }

  private static final class RandomIds implements Ids {
    @Override
    public UUID uuid() {
      return UUID.randomUUID();
    }

    @Override
    public String secret() {
      return "unused";
    }
  }

  @BeforeEach
  void begin() {
    store = open();
  }

  @AfterEach
  void end() {
    store.close();
  }

  private static Article article(String slug, String updated) {
    LocalDate first = LocalDate.of(2026, 1, 1);
    return new Article(
        slug,
        new Article.Lead("About " + slug, "In short.", "en", 10),
        new Article.Dates(first, LocalDate.parse(updated)),
        EvidenceGrade.OPINION,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "<p>Words.</p>");
  }

  private Newsletter news(Article... articles) {
    Newsletter.Ports ports =
        new Newsletter.Ports(
            store.subscribers(), store.mailQueue(), store.journal(), now::get, new RandomIds());
    return new Newsletter(ports, new MailKeys(new byte[32]), new Articles(List.of(articles)), true);
  }

  private int send() {
    return new MailRound(store.mailQueue(), post, now::get).run(CLINIC);
  }

  private boolean ask(Newsletter news, EmailAddress address, String place) {
    return news.ask(new Newsletter.Asker(CLINIC, "Northside", BASE, place), address, "en");
  }

  /// The key behind a link of a mail.
  private static String key(Mail mail, String page) {
    String text = mail.words().plain();
    int from = text.indexOf(BASE + "/learn/" + page + "/") + BASE.length() + page.length() + 8;
    return text.substring(from, text.indexOf('\n', from));
  }

  private void subscribe(Newsletter news, EmailAddress address) {
    assertThat(ask(news, address, address.text())).isTrue();
    send();
    assertThat(news.confirm(key(post.sent.getLast(), "confirm"))).isTrue();
    post.sent.clear();
  }

  private void run(Newsletter news) {
    news.run(CLINIC, "Northside", BASE);
  }

  @Test
  void nobody_gets_news_who_has_not_said_yes() {
    Newsletter news = news(article("massage", "2026-01-01"));
    ask(news, AMIRA, "1.2.3.4");
    run(news);

    assertThat(send()).isEqualTo(1);
    assertThat(post.sent).singleElement().extracting(Mail::kind).isEqualTo(Mail.Kind.CONFIRM);
    assertThat(post.sent.getFirst().leave()).isEmpty();
    run(news(article("massage", "2026-02-02")));
    assertThat(send()).isZero();
  }

  @Test
  void a_subscriber_hears_of_each_new_or_changed_article_once() {
    subscribe(news(), AMIRA);

    run(news(article("massage", "2026-01-01"), article("lumps", "2026-01-01")));
    run(news(article("massage", "2026-01-01"), article("lumps", "2026-01-01")));
    assertThat(send()).isEqualTo(2);
    run(news(article("massage", "2026-02-01"), article("lumps", "2026-01-01")));
    assertThat(send()).isEqualTo(1);
    assertThat(post.sent.getLast().words().plain())
        .contains("changed an article", BASE + "/learn/massage", "About massage");
    assertThat(post.sent.getLast().leave().orElseThrow()).startsWith(BASE + "/learn/leave/");
  }

  @Test
  void a_round_that_was_broken_off_doubles_nothing() {
    subscribe(news(), AMIRA);
    Article article = article("massage", "2026-01-01");
    run(news(article));
    // As if the server had died before it noted that all were told.
    store.subscribers().announced(CLINIC, "massage", LocalDate.of(2025, 1, 1));
    run(news(article));

    assertThat(send()).isEqualTo(1);
  }

  @Test
  void a_mail_that_could_not_be_sent_waits_and_keeps_its_name() {
    subscribe(news(), AMIRA);
    run(news(article("massage", "2026-01-01")));
    post.answer = new MailSender.Outcome.Later("the mail server cannot be reached");
    assertThat(send()).isZero();
    post.answer = new MailSender.Outcome.Sent();
    assertThat(send()).isZero();
    store.close();
    store = open();
    now.set(NOON.plus(Duration.ofMinutes(2)));

    assertThat(send()).isEqualTo(1);
    assertThat(store.mailQueue().state(CLINIC, post.sent.getFirst().id()))
        .contains(MailQueue.State.SENT);
  }

  @Test
  void a_mail_in_hand_of_a_server_that_died_is_sent_by_the_next_under_the_same_name() {
    subscribe(news(), AMIRA);
    run(news(article("massage", "2026-01-01")));
    MailQueue.Lease lease = new MailQueue.Lease(NOON, NOON.plus(Duration.ofMinutes(10)), 10);
    List<MailQueue.Leased> taken = store.mailQueue().lease(CLINIC, lease);
    assertThat(taken).hasSize(1);
    assertThat(store.mailQueue().lease(CLINIC, lease)).isEmpty();
    assertThat(send()).isZero();

    now.set(NOON.plus(Duration.ofMinutes(11)));
    assertThat(send()).isEqualTo(1);
    assertThat(post.sent.getFirst().id()).isEqualTo(taken.getFirst().mail().id());
  }

  @Test
  void a_mail_that_is_refused_or_too_old_is_given_up_and_shown() {
    subscribe(news(), AMIRA);
    run(news(article("massage", "2026-01-01")));
    post.answer = new MailSender.Outcome.Never("the mail server refused it for good: 550");
    send();

    assertThat(store.mailQueue().givenUp(CLINIC, 10))
        .singleElement()
        .satisfies(one -> assertThat(one.why()).endsWith("550"));
    run(news(article("massage", "2026-02-01")));
    post.answer = new MailSender.Outcome.Later("the mail server did not answer in time");
    for (int hour = 0; hour < 72; hour++) {
      now.set(NOON.plus(Duration.ofHours(hour)));
      send();
    }
    List<MailQueue.GivenUp> dead = store.mailQueue().givenUp(CLINIC, 10);
    assertThat(dead).hasSize(2);
    assertThat(dead.getFirst().why()).endsWith("in time");
    assertThat(store.mailQueue().forget(CLINIC, dead.getFirst().id())).isTrue();
    assertThat(store.mailQueue().givenUp(CLINIC, 10)).hasSize(1);
  }

  @Test
  void leaving_erases_the_address_the_mails_and_the_key_and_the_link_works_once() {
    Newsletter news = news(article("massage", "2026-01-01"));
    ask(news, AMIRA, "1.2.3.4");
    send();
    String confirm = key(post.sent.getLast(), "confirm");
    assertThat(news.canConfirm(confirm)).isTrue();
    assertThat(news.confirm(confirm)).isTrue();
    run(news);
    post.sent.clear();
    send();
    String leave = key(post.sent.getLast(), "leave");
    run(news(article("massage", "2026-03-01")));

    assertThat(news.leave(leave)).isTrue();
    assertThat(news.leave(leave)).as("twice is as good as once").isTrue();
    assertThat(send()).isZero();
    assertThat(news.canConfirm(confirm)).isFalse();
    assertThat(news.confirm(confirm)).isFalse();
    assertThat(store.subscribers().counts(CLINIC, NOON).confirmed()).isZero();
    assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
  }

  @Test
  void a_link_that_is_old_changed_or_of_another_use_opens_nothing() {
    Newsletter news = news();
    ask(news, AMIRA, "1.2.3.4");
    send();
    String confirm = key(post.sent.getLast(), "confirm");
    char last = confirm.charAt(confirm.length() - 2);
    String changed =
        confirm.substring(0, confirm.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + confirm.charAt(confirm.length() - 1);

    assertThat(news.confirm(changed)).isFalse();
    assertThat(news.confirm("")).isFalse();
    assertThat(news.canLeave(confirm)).isFalse();
    now.set(NOON.plus(Newsletter.LINK_LASTS));
    assertThat(news.confirm(confirm)).isFalse();
  }

  @Test
  void who_never_says_yes_is_erased() {
    Newsletter news = news();
    ask(news, AMIRA, "1.2.3.4");
    now.set(NOON.plus(Newsletter.LINK_LASTS).plusSeconds(1));
    run(news);

    assertThat(store.subscribers().counts(CLINIC, NOON).asking()).isZero();
    assertThat(send()).isZero();
    assertThat(ask(news, AMIRA, "1.2.3.4")).as("she may ask anew").isTrue();
    assertThat(send()).isEqualTo(1);
  }

  @Test
  void nobody_is_asked_often_and_a_subscriber_is_not_asked_at_all() {
    Newsletter news = news();
    for (int minute = 0; minute < 5; minute++) {
      now.set(NOON.plus(Duration.ofMinutes(minute)));
      assertThat(ask(news, new EmailAddress("Amira@Example.org"), "1.2.3." + minute)).isTrue();
    }
    assertThat(send()).isEqualTo(1);
    for (int hour = 1; hour < 12; hour++) {
      now.set(NOON.plus(Duration.ofHours(hour)));
      ask(news, AMIRA, "1.2.3.4");
      send();
    }
    assertThat(post.sent).as("three questions at most").hasSize(3);
    assertThat(news.confirm(key(post.sent.getLast(), "confirm"))).isTrue();
    now.set(NOON.plus(Duration.ofDays(30)));
    assertThat(ask(news, AMIRA, "9.9.9.9")).isTrue();
    assertThat(send()).isZero();
  }

  @Test
  void one_place_and_all_places_together_are_stopped() {
    Newsletter news = news();
    for (int i = 0; i < 5; i++) {
      assertThat(ask(news, new EmailAddress("a" + i + "@example.org"), "1.2.3.4")).isTrue();
    }
    assertThat(ask(news, new EmailAddress("a5@example.org"), "1.2.3.4")).isFalse();
    int asked = 5;
    while (asked < 150 && ask(news, new EmailAddress("b" + asked + "@example.org"), "p" + asked)) {
      asked++;
    }
    assertThat(asked).isEqualTo(100);
    now.set(NOON.plus(Duration.ofMinutes(61)));
    assertThat(ask(news, new EmailAddress("c@example.org"), "1.2.3.4")).isTrue();
  }

  @Test
  void a_mail_of_a_patient_goes_when_she_is_erased_and_one_of_a_stranger_is_not_kept() {
    openAda(store, 1);
    Mail.Words words = new Mail.Words("Hello", "Hello", "<p>Hello</p>");
    Mail hers =
        new Mail(
            new UUID(7, 1), ADA_PATIENT, Mail.Kind.TEST, "a@b.org", words, Optional.empty(), NOON);
    Mail strangers =
        new Mail(
            new UUID(7, 2),
            new UUID(9, 9),
            Mail.Kind.TEST,
            "a@b.org",
            words,
            Optional.empty(),
            NOON);

    assertThat(store.mailQueue().put(CLINIC, List.of(hers, strangers))).contains(1);
    assertThat(store.mailQueue().put(CLINIC, List.of(hers))).contains(0);
    store.journal().destroyKey(CLINIC, ADA_PATIENT, "dpo", NOON);
    assertThat(store.mailQueue().state(CLINIC, hers.id())).isEmpty();
    assertThat(send()).isZero();
  }

  @Test
  void a_row_that_somebody_changed_is_refused() throws SQLException {
    Newsletter news = news();
    ask(news, AMIRA, "1.2.3.4");
    assertThat(tamper("UPDATE mail SET nonce = content")).isEqualTo(1);

    assertThatExceptionOfType(JournalFailure.class).isThrownBy(this::send);
  }
}
