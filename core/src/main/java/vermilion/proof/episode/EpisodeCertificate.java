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
          new Part("LEAN about [OCCLUSION]", 6, 38_596, 651_831, 0x54ba16c21bf94be8L),
          new Part("NARROW about [LUMP]", 3, 696, 12_582, 0xa635346b0f771737L),
          new Part("NARROW about [NUMB, OTHER]", 2, 289, 2_412, 0xe61ced1981d1b1b1L),
          new Part("WIDE about [OCCLUSION]", 2, 198, 1_992, 0x64d256988789f2d8L),
          new Part("WIDE about [SWELLING]", 2, 198, 1_992, 0x2be6a8c74884bd6eL),
          new Part("WIDE about [INFECTION]", 2, 198, 1_992, 0xc855c92410b212bL),
          new Part("WIDE about [NUMB]", 2, 198, 1_992, 0xffca0265d6ec8412L),
          new Part("WIDE about [LUMP]", 2, 193, 1_992, 0x25433cbfd4e3129fL),
          new Part("WIDE about [LOOK]", 2, 193, 1_992, 0x2535027eb0c0ac49L),
          new Part("WIDE about [DISTRESS]", 2, 193, 1_992, 0x39e0b0769107d405L),
          new Part("WIDE about [OTHER]", 2, 193, 1_992, 0x5a5c73a798ad71f9L),
          new Part("CONTACTS about [OCCLUSION]", 3, 2_289, 16_088, 0xd5e72a7f7a38bb53L),
          new Part("silence", 2, 552, 3_222, 0xa7c940b9685f37L),
          new Part("massage", 2, 2_231, 13_014, 0x58eb03b17c481cccL));

  /// How often each law was looked at.
  static final Map<EpisodeLaw, Long> TIMES =
      Map.ofEntries(
          Map.entry(EpisodeLaw.HOLD_STANDS, 361_564L),
          Map.entry(EpisodeLaw.GATE_IS_SHUT, 361_564L),
          Map.entry(EpisodeLaw.NO_START, 55_152L),
          Map.entry(EpisodeLaw.NO_REMINDER, 361_564L),
          Map.entry(EpisodeLaw.TIME_ONLY_RAISES, 95_722L),
          Map.entry(EpisodeLaw.DEADLINE_RUNS, 323_744L),
          Map.entry(EpisodeLaw.DEADLINE_ESCALATES, 323_744L),
          Map.entry(EpisodeLaw.CHANGE_IS_ANNOUNCED, 94_582L),
          Map.entry(EpisodeLaw.ONLY_A_CLINICIAN_LOWERS, 35_986L),
          Map.entry(EpisodeLaw.COVER_ENDS, 104_210L),
          Map.entry(EpisodeLaw.REPORT_COUNTS, 104_210L),
          Map.entry(EpisodeLaw.REPORT_NEVER_CALMS, 197_411L),
          Map.entry(EpisodeLaw.SEEN_IS_NOT_ANSWERED, 17_386L),
          Map.entry(EpisodeLaw.ANSWER_STOPS, 17_404L),
          Map.entry(EpisodeLaw.ONE_CONCERN, 24L),
          Map.entry(EpisodeLaw.SILENCE_ENDS, 824L),
          Map.entry(EpisodeLaw.REPORT_IS_TAKEN, 85_985L),
          Map.entry(EpisodeLaw.KEPT_AS_SENT, 265_842L),
          Map.entry(EpisodeLaw.OWN_ROLE, 265_842L),
          Map.entry(EpisodeLaw.ONCE, 46_203L));

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
    digs.add(new Dig(EpisodeWorlds.silence(planned), 2));
    digs.add(new Dig(EpisodeWorlds.massage(planned), 2));
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
