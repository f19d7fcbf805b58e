package vermilion.proof.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermilion.clinical.Concern;
import vermilion.episode.Guideline;
import vermilion.proof.episode.EpisodeAlertMenu.Kind;
import vermilion.protocol.Protocol;

/// What the search through all that may happen to an episode came to, for this version of the
/// engine and whatever protocol.
///
/// It is too long for every start of the program, so that the build makes it: a test searches again
/// and fails where a number here is another one. The digest is a hash over all states in order, so
/// that an engine which behaves otherwise anywhere in them has another.
final class EpisodeCertificate {

  /// One world that was searched.
  ///
  /// @param world its name
  /// @param depth how many events deep
  /// @param states how many different states it has
  /// @param transitions how many events were tried in them
  /// @param digest a hash over all of them
  record Part(String world, int depth, long states, long transitions, long digest) {}

  static final List<Part> PARTS =
      List.of(
          new Part("LEAN about [OCCLUSION]", 6, 31_938, 617_227, 0xe7e5cb702dc5d227L),
          new Part("NARROW about [LUMP]", 3, 755, 12_582, 0x130dc4df3d70be04L),
          new Part("NARROW about [NUMB, OTHER]", 2, 289, 2_412, 0xfa975f49f247729fL),
          new Part("WIDE about [OCCLUSION]", 2, 198, 1_992, 0x6d2da4c76a044372L),
          new Part("WIDE about [SWELLING]", 2, 198, 1_992, 0x42ed72ad44ba88ccL),
          new Part("WIDE about [INFECTION]", 2, 198, 1_992, 0x4c01d24365960905L),
          new Part("WIDE about [NUMB]", 2, 198, 1_992, 0x2b725785e1c59c4cL),
          new Part("WIDE about [LUMP]", 2, 193, 1_992, 0x6d0c8a1f76b2cc03L),
          new Part("WIDE about [LOOK]", 2, 193, 1_992, 0x5644551d0bd24a1L),
          new Part("WIDE about [DISTRESS]", 2, 193, 1_992, 0x6f0284e6bed86d3dL),
          new Part("WIDE about [OTHER]", 2, 193, 1_992, 0x72920d3d8fdc67a1L),
          new Part("CONTACTS about [OCCLUSION]", 3, 2_277, 16_088, 0x7a9fe1f8fa5474f0L),
          new Part("silence", 4, 81_566, 760_792, 0x4335b42756673b6dL),
          new Part("leaving", 4, 55_083, 418_370, 0xce977d80a05f17d2L),
          new Part("WIDE massage", 3, 44_020, 361_605, 0xbda6283582db2537L),
          new Part("LEAN massage", 5, 66_058, 524_604, 0x5fe544af71d17378L));

  /// How often each law was looked at.
  static final Map<EpisodeLaw, Long> TIMES =
      Map.ofEntries(
          Map.entry(EpisodeLaw.HOLD_STANDS, 1_662_043L),
          Map.entry(EpisodeLaw.GATE_IS_SHUT, 1_662_043L),
          Map.entry(EpisodeLaw.NO_START, 196_779L),
          Map.entry(EpisodeLaw.NO_REMINDER, 1_662_043L),
          Map.entry(EpisodeLaw.TIME_ONLY_RAISES, 670_233L),
          Map.entry(EpisodeLaw.DEADLINE_RUNS, 1_582_655L),
          Map.entry(EpisodeLaw.DEADLINE_ESCALATES, 1_582_655L),
          Map.entry(EpisodeLaw.CHANGE_IS_ANNOUNCED, 669_093L),
          Map.entry(EpisodeLaw.ONLY_A_CLINICIAN_LOWERS, 49_030L),
          Map.entry(EpisodeLaw.COVER_ENDS, 288_915L),
          Map.entry(EpisodeLaw.REPORT_COUNTS, 288_915L),
          Map.entry(EpisodeLaw.REPORT_NEVER_CALMS, 506_015L),
          Map.entry(EpisodeLaw.SEEN_IS_NOT_ANSWERED, 42_117L),
          Map.entry(EpisodeLaw.ANSWER_STOPS, 60_700L),
          Map.entry(EpisodeLaw.ONE_CONCERN, 41_076L),
          Map.entry(EpisodeLaw.SILENCE_ENDS, 219_483L),
          Map.entry(EpisodeLaw.NOT_CHASED, 126_630L),
          Map.entry(EpisodeLaw.REPORT_IS_TAKEN, 238_669L),
          Map.entry(EpisodeLaw.KEPT_AS_SENT, 991_810L),
          Map.entry(EpisodeLaw.OWN_ROLE, 991_810L),
          Map.entry(EpisodeLaw.ONCE, 283_534L));

  private EpisodeCertificate() {}

  /// A world and how deep it is searched.
  record Dig(EpisodeWorld world, int depth) {}

  /// Everything that is searched.
  ///
  /// @param base a protocol whose limits, check-ins and photos are used; its rules are not
  static List<Dig> digs(Protocol base) {
    Guideline bare = EpisodeEvery.over(base, false);
    Guideline planned = EpisodeEvery.over(base, true);
    List<Dig> digs = new ArrayList<>();
    digs.add(new Dig(alerts(bare, Kind.LEAN, Concern.OCCLUSION), 6));
    digs.add(new Dig(alerts(bare, Kind.NARROW, Concern.LUMP), 3));
    digs.add(new Dig(alerts(bare, Kind.NARROW, Concern.NUMB, Concern.OTHER), 2));
    for (Concern concern : Concern.values()) {
      if (concern != Concern.SILENCE) {
        digs.add(new Dig(alerts(bare, Kind.WIDE, concern), 2));
      }
    }
    digs.add(new Dig(alerts(bare, Kind.CONTACTS, Concern.OCCLUSION), 3));
    digs.add(new Dig(EpisodeWorlds.silence(planned), 4));
    digs.add(new Dig(EpisodeWorlds.leaving(planned), 4));
    digs.add(new Dig(EpisodeWorlds.massage(planned, EpisodeMassageMenu.Width.WIDE), 3));
    digs.add(new Dig(EpisodeWorlds.massage(planned, EpisodeMassageMenu.Width.LEAN), 5));
    return digs;
  }

  private static EpisodeWorld alerts(Guideline every, Kind kind, Concern... concerns) {
    // A clinic that is always open where the deadline is short, one that never opens elsewhere.
    return EpisodeWorlds.alerts(
        kind == Kind.NARROW ? EpisodeWorlds.SHUT : EpisodeWorlds.OPEN,
        new EpisodeAlertMenu(every, List.of(concerns), kind));
  }

  /// How often a law was looked at in all worlds.
  static long times(EpisodeLaw law) {
    return TIMES.getOrDefault(law, 0L);
  }

  /// What it says, in words.
  static String notice() {
    long states = 0;
    long transitions = 0;
    int depth = 0;
    for (Part part : PARTS) {
      states += part.states();
      transitions += part.transitions();
      depth = Math.max(depth, part.depth());
    }
    return "What may happen to any finding was searched up to "
        + depth
        + " events deep when this version was built: "
        + states
        + " states, "
        + transitions
        + " events tried in them.";
  }
}
