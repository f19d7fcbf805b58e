package vermilion.bench;

/// What a reader of the figures must know: how each was taken, and what it does not say.
final class Notes {
  static final String RULES =
      """
      ## Rules and plans

      Every side runs in a process of its own, in turn with the others, warmed up with 4 s of CPU. What counts is the CPU time of the whole process, garbage collection
      with it: a neighbour on the machine takes time from the wall clock, not from this. Each massage rule is also written as RFC 5545 writes it and parsed beforehand
      by both libraries; before anything is timed, all must give the same instants.

      Instants: lib-recur is asked in its cheapest way, for the openings as bare milliseconds; ical4j gives dates with a zone, which is all that it offers; Vermilion's windows as
      numbers carry closings and dates too. Dated and named windows are what pages and API show: the libraries' instants are made into the very same objects, a closing being the
      opening and the usual length, which is right in London; Vermilion looks every closing up. Check-ins follow elapsed time and not the wall clock, so lib-recur is given that rule
      in UTC, where it is quickest; Vermilion gives the dated and named occurrence of each and finds a closing with at least three waking hours. No target is set for that one.

      """;

  static final String PROOF =
      """
      ## How it grows

      `lip-ha` with made-up questions and rules of the same kinds added, seeded: one to three signs at once, half of them from some hour on; one rule in five fires for one answer alone and has
      a second case that takes over when it gets worse. Fewer than 25 questions are not drawn: the safety floor alone reads twenty. Each point is the median of three decisions of every property of the answers
      (total, floor, monotone), warm, in one process. In the worst case the question is as hard as any (co-NP, decision 16): a table made for it can take for ever. Real ones are not made so.

      ![Time to prove the answers, by size of the protocol](img/proof-growth.svg)

      """;

  static final String TRIAGE =
      """
      ## Triage

      The rules of `protocols/lip-ha.yaml` with the safety floor, written as a DMN model by the bench: one row for each alternative, COLLECT with MAX over levels as numbers. Answers go in as
      numbers. What DMN has no word for is worked out before the clock runs and handed over: what an empty or "not sure" answer counts as, and whether earlier answers were milder.
      Vermilion does both within the measured time, and says which rules fired, on which inputs, and what is missing; KIE is asked for the level alone. Its model is compiled
      beforehand; runtime, model and contexts are kept. 512 seeded check-ins are gone through in turn. KIE is compared in the quickest of the ways in the last table.

      """;

  static final String START =
      """
      ## Start and memory

      From the command to the first 200 on `/health/live`, then on the sign-in page of the clinic, by wall clock and polled every 5 ms; the launcher's check whether anything is to be
      built is part of it. "CPU until then" is what the same took of the cores; a busy machine adds to the wall clock alone. Memory is the resident set after 5 s without a request. `demo` also makes a dozen
      patients through the API before it answers.

      """;

  static final String JOURNAL =
      """
      ## Durable check-ins

      Appends of 300 bytes, each answered only after the disk has it, beside a bare table of the same database fed by the same kind of batching: appends a second, and microseconds until the answer
      (median / 99 of 100). By wall clock: a busy machine or disk lowers all of them; the shares stay.

      """;

  static final String LICENCES =
      """
      ## Peers

      None of them ships; `bench` is not in any jar that does.

      | peer | version | licence |
      |---|---|---|
      | lib-recur, rfc5545-datetime | 0.17.1, 0.3 | Apache-2.0 |
      | ical4j | 4.4.0 | BSD-3-Clause |
      | KIE DMN (Drools) | 10.2.0 | Apache-2.0 |

      `./build` lists their own dependencies with licences in `bench/target/generated-sources/license/bench-licences.txt`.
      """;

  private Notes() {}
}
