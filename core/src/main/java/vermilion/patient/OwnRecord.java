package vermilion.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.CareEvent;
import vermilion.episode.Confidant;
import vermilion.episode.Entry;
import vermilion.episode.EpisodeEvent;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;

/// Takes out of a record what staff wrote for staff, and leaves all from which the patient's view
/// follows: what she is shown is the same with and without it.
final class OwnRecord {

  /// Stands where staff wrote something for staff.
  static final String WITHHELD = "kept by the clinic";

  private OwnRecord() {}

  /// An entry without the words that staff wrote for staff.
  static Entry of(Entry entry) {
    EpisodeEvent event =
        switch (entry.event()) {
          case EpisodeEvent.Noted _ -> new EpisodeEvent.Noted(WITHHELD);
          case EpisodeEvent.OrderSigned signed ->
              new EpisodeEvent.OrderSigned(
                  new Order(
                      signed.order().practitioner(),
                      signed.order().massage().map(OwnRecord::withoutReasons)));
          case EpisodeEvent.OrderStopped _ -> new EpisodeEvent.OrderStopped(WITHHELD);
          case EpisodeEvent.HoldLifted _ -> new EpisodeEvent.HoldLifted(WITHHELD);
          case EpisodeEvent.LevelLowered e ->
              new EpisodeEvent.LevelLowered(e.concern(), e.level(), e.until(), e.seen(), WITHHELD);
          case CareEvent.Rang e -> new CareEvent.Rang(e.outcome(), withheld(e.note()));
          case CareEvent.ReviewCancelled _ -> new CareEvent.ReviewCancelled(WITHHELD);
          case EpisodeEvent.Contacted e when !entry.by().isHers() ->
              new EpisodeEvent.Contacted(
                  e.form(), e.complete(), e.answers(), e.concern(), withheld(e.text()), e.called());
          case EpisodeEvent other -> other;
        };
    return new Entry(entry.seq(), entry.id(), entry.at(), entry.received(), entry.by(), event);
  }

  /// An entry as a helper may have it on a phone: without the letters between her and the clinic,
  /// and without the numbers of others.
  static Entry of(Entry entry, Confidant helper) {
    Entry own = of(entry);
    EpisodeEvent event =
        switch (own.event()) {
          case EpisodeEvent.MessageSent _ -> new EpisodeEvent.MessageSent(WITHHELD);
          case EpisodeEvent.Contacted e when !own.by().equals(helper.author()) ->
              new EpisodeEvent.Contacted(
                  e.form(), e.complete(), e.answers(), e.concern(), withheld(e.text()), e.called());
          case EpisodeEvent.LeaveAsked e ->
              new EpisodeEvent.LeaveAsked(e.leave(), withheld(e.text()));
          case EpisodeEvent.LeaveAnswered e -> new EpisodeEvent.LeaveAnswered(e.leave(), WITHHELD);
          case EpisodeEvent.RemindersSet e ->
              new EpisodeEvent.RemindersSet(e.by(), withheld(e.to()));
          case EpisodeEvent.ConfidantLetIn e when !own.id().equals(helper.id()) ->
              new EpisodeEvent.ConfidantLetIn(e.name(), withheld(e.phone()), e.may());
          case EpisodeEvent other -> other;
        };
    return new Entry(own.seq(), own.id(), own.at(), own.received(), own.by(), event);
  }

  /// Whether there is a reason counts; which one is between clinicians.
  private static MassageOrder withoutReasons(MassageOrder order) {
    return new MassageOrder(
        order.startHours(),
        order.minutes(),
        order.perDay(),
        order.days(),
        order.where(),
        order.pressure(),
        withheld(order.reason()),
        withheld(order.bruiseReason()),
        withheld(order.riskReason()));
  }

  private static Optional<String> withheld(Optional<String> words) {
    return words.isPresent() ? Optional.of(WITHHELD) : words;
  }

  /// A protocol with the words that this patient may read, in her language alone, and in English
  /// what has to stand beside them.
  ///
  /// @param levels whether she is shown levels; else no word about one goes out
  static Protocol of(Protocol protocol, String language, boolean levels) {
    PatientWords words = PatientWords.of(protocol, language);
    List<Texts> texts = new ArrayList<>();
    if (words.source().isPresent()) {
      texts.add(hers(PatientWords.aboutRedFlags(protocol, words.source().get()), levels));
    }
    texts.add(hers(words.shown(), levels));
    return new Protocol(
        protocol.id(),
        protocol.version(),
        protocol.signature(),
        protocol.fillers(),
        protocol.questions(),
        protocol.forms(),
        protocol.rules(),
        protocol.checkIns(),
        protocol.photos(),
        protocol.advice(),
        protocol.massage(),
        texts,
        List.of(),
        List.of());
  }

  private static Texts hers(Texts all, boolean levels) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> line : all.words().entrySet()) {
      if (isHers(line.getKey(), levels)) {
        words.put(line.getKey(), line.getValue());
      }
    }
    return new Texts(all.language(), all.reviewed(), words);
  }

  private static boolean isHers(String key, boolean levels) {
    boolean ofRule = key.startsWith("rule.");
    if (ofRule && key.endsWith(".staff")) {
      return false;
    }
    return levels || !(ofRule || key.startsWith("level."));
  }
}
