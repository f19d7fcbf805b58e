package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// News by e-mail: asked for by anybody, begun only by whoever opens the link in the mail, ended by
/// one request. Who did not confirm is never written to again; who leaves is erased.
public final class Newsletter {

  /// How long the link in the question works.
  public static final Duration LINK_LASTS = Duration.ofDays(2);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(10);
  private static final int MOST_QUESTIONS = 3;
  private static final int MOST_ASKING = 100;
  private static final int MOST_SUBSCRIBERS = 20_000;
  private static final int FROM_ONE_PLACE = 5;
  private static final Duration SPAN = Duration.ofHours(1);
  private static final Duration KEPT_AFTER = Duration.ofDays(30);
  private static final int PAGE = 100;

  private final Ports ports;
  private final MailKeys keys;
  private final Articles articles;
  private final boolean open;
  private final Throttle throttle = new Throttle(FROM_ONE_PLACE, MOST_ASKING, SPAN);

  /// What it works with.
  ///
  /// @param subscribers who wants news
  /// @param queue the mails that wait
  /// @param journal erases
  /// @param clock the time
  /// @param ids makes ids
  public record Ports(
      Subscribers subscribers, MailQueue queue, Journal journal, InstantSource clock, Ids ids) {}

  /// Tells of these articles.
  ///
  /// @param open whether mails are sent at all; if not, links of earlier ones still work
  public Newsletter(Ports ports, MailKeys keys, Articles articles, boolean open) {
    this.ports = ports;
    this.keys = keys;
    this.articles = articles;
    this.open = open;
  }

  /// Whether news can be asked for.
  public boolean isOpen() {
    return open;
  }

  /// Who asks, and from where.
  ///
  /// @param clinic of whom
  /// @param name what the clinic is called
  /// @param base what links begin with
  /// @param place the network address of the one who asks
  public record Asker(String clinic, String name, String base, String place) {}

  /// Asks the owner of an address whether she wants news. Whoever asks is told the same in any
  /// case, so that nobody learns whose addresses are known; what is too much is not sent.
  ///
  /// @return `false` when too many ask just now
  public boolean ask(Asker asker, EmailAddress address, String language) {
    Instant now = ports.clock().instant();
    if (!throttle.admits(asker.place(), now)) {
      return false;
    }
    Subscribers.Counts counts = ports.subscribers().counts(asker.clinic(), now.minus(SPAN));
    if (counts.asking() >= MOST_ASKING || counts.confirmed() >= MOST_SUBSCRIBERS) {
      return false;
    }
    String lookup = keys.lookup(asker.clinic(), address);
    Optional<Subscriber> known = ports.subscribers().find(asker.clinic(), lookup);
    if (known.filter(found -> mayNotBeAsked(found, now)).isPresent()) {
      return true;
    }
    Subscriber asking =
        new Subscriber(
            known.map(Subscriber::id).orElseGet(ports.ids()::uuid),
            lookup,
            address.text(),
            language,
            now,
            known.map(Subscriber::asks).orElse(0) + 1,
            Optional.empty());
    ports.subscribers().ask(asker.clinic(), asking, question(asker, asking));
    return true;
  }

  private static boolean mayNotBeAsked(Subscriber known, Instant now) {
    return known.confirmed().isPresent()
        || known.asks() >= MOST_QUESTIONS
        || now.isBefore(known.asked().plus(BETWEEN_QUESTIONS));
  }

  private Mail question(Asker asker, Subscriber asking) {
    MailKeys.Whom whom = new MailKeys.Whom(asker.clinic(), asking.id());
    String link =
        asker.base() + "/learn/confirm/" + keys.confirming(whom, asking.asked().plus(LINK_LASTS));
    return new Mail(
        ports.ids().uuid(),
        asking.id(),
        Mail.Kind.CONFIRM,
        asking.address(),
        NewsWords.question(asker.name(), link),
        Optional.empty(),
        asking.asked());
  }

  /// Whether a link that confirms still does.
  public boolean canConfirm(String key) {
    return keys.confirming(key, ports.clock().instant())
        .filter(whom -> ports.subscribers().knows(whom.clinic(), whom.id()))
        .isPresent();
  }

  /// Begins the news of whoever holds the link; `false` when it is not ours, too old, or she has
  /// left since.
  public boolean confirm(String key) {
    Instant now = ports.clock().instant();
    return keys.confirming(key, now)
        .filter(whom -> ports.subscribers().confirm(whom.clinic(), whom.id(), now))
        .isPresent();
  }

  /// Whether a link that ends news is ours.
  public boolean canLeave(String key) {
    return keys.leaving(key).isPresent();
  }

  /// Erases whoever holds the link; `false` when it is not ours or the store is too busy. Twice is
  /// as good as once.
  public boolean leave(String key) {
    return keys.leaving(key)
        .filter(whom -> erase(whom.clinic(), whom.id(), "subscriber"))
        .isPresent();
  }

  private boolean erase(String clinic, UUID id, String actor) {
    Erasure erasure = ports.journal().destroyKey(clinic, id, actor, ports.clock().instant());
    return !(erasure instanceof Erasure.Busy);
  }

  /// Puts a mail into the queue for each subscriber and each article that is new or has a later
  /// day, and forgets what is over. May be broken off anywhere and run again: the id of each mail
  /// follows from article, day and subscriber, so nobody is told twice.
  public void run(String clinic, String name, String base) {
    Map<String, LocalDate> told = ports.subscribers().announced(clinic);
    for (Article article : articles.all()) {
      LocalDate known = told.getOrDefault(article.slug(), LocalDate.MIN);
      if (article.dates().updated().isAfter(known)) {
        announce(clinic, article, new Sender(name, base));
      }
    }
    Instant now = ports.clock().instant();
    for (UUID silent : ports.subscribers().silent(clinic, now.minus(LINK_LASTS), PAGE)) {
      erase(clinic, silent, "expired");
    }
    ports.queue().tidy(clinic, now.minus(KEPT_AFTER));
  }

  /// In whose name, and where its pages are.
  private record Sender(String name, String base) {}

  private void announce(String clinic, Article article, Sender sender) {
    String language = article.lead().language();
    String after = "";
    List<Subscriber> page;
    do {
      page = ports.subscribers().confirmed(clinic, language, new Subscribers.Page(after, PAGE));
      List<Mail> mails = page.stream().map(one -> mailTo(clinic, one, article, sender)).toList();
      if (!mails.isEmpty()) {
        if (ports.queue().put(clinic, mails).isEmpty()) {
          return;
        }
        after = page.getLast().id().toString();
      }
    } while (page.size() == PAGE);
    ports.subscribers().announced(clinic, article.slug(), article.dates().updated());
  }

  private Mail mailTo(String clinic, Subscriber one, Article article, Sender sender) {
    String leave =
        sender.base() + "/learn/leave/" + keys.leaving(new MailKeys.Whom(clinic, one.id()));
    String name = "news\n" + article.slug() + "\n" + article.dates().updated() + "\n" + one.id();
    return new Mail(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        one.id(),
        Mail.Kind.ARTICLE,
        one.address(),
        NewsWords.article(
            sender.name(),
            article,
            new NewsWords.Links(sender.base() + "/learn/" + article.slug(), leave)),
        Optional.of(leave),
        ports.clock().instant());
  }
}
