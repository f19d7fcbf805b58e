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

  static final String FAULTS =
      """
      ## The same faults, given to the DMN analyser of KIE

      One mistake at a time is put into the rules of the clinical brief: the seeded choice of the tests of `core`, half of it in the whole table with the safety floor, half in a protocol that the
      floor lies under. A slow judge, which knows nothing of the proof, says which of them harm: a level below the floor, a worse answer or more history that lowers a level, a rule or a level that
      can never come. Each is given to the proof of the answers, and as a DMN model to `kie-dmn-validation` 10.2.0 with VALIDATE_MODEL, VALIDATE_COMPILATION and ANALYZE_DECISION_TABLE. Time is the
      CPU time of the thread that works, the median, in one run, both warm; for KIE from the model's text to its messages.

      What KIE says of the tables without a fault is the base line. A variant counts as found if it says anything that is not in the base line, or says it more often: gap, overlap, subsumption, contraction, hidden
      or misleading row, duplicate, anything of the validator. Compared are kind, table and rows; a row is known by its place, so that one that is gone makes no finding of those after it. That is
      generous: one more piece of a gap is enough.

      KIE is tried in several forms, each with the values of every column and every level declared, because it says more so:

      """;

  static final String FAULTS_READ =
      """
      What this comparison says, and what it does not:

      - KIE asks another question: whether one table is well made. Are there inputs that no row answers, rows that overlap, hold each other, could be one, or hide each other? That it answers exactly. It
        has no word for a floor that nothing may be below, for a second version of a table, for the order of answers along which no level may fall, for what lies between two tables, or for time. What
        it finds of the harmful ones it finds by their shape, and harmless ones change the shape as well: its message does not tell the two apart, and names no patient.
      - Triage takes the worst of all rows that hold, so rows overlap on purpose and most states are answered by no row: COLLECT MAX. In such a table KIE looks for neither gaps nor overlaps. PRIORITY with the
        worst level first means the same and is searched for gaps, hidden and misleading rows; UNIQUE is not what is meant, but is searched for every overlap.
      - It tries every cell that the rows cut out of all columns: one table for all rules, or for each concern, is too many of them. In a table for each rule it cannot see what one rule does to another.
      - Answers are numbers in the order of worry, -1 where nothing is known. What was said before is a free true or false, so a longer window is only another input. What a form asks, and what an
        empty or "not sure" answer counts as, is not in the model: DMN has no word for it, and KIE cannot see a fault there. A row that asks two things of one answer gets a second column. A set
        without answers becomes an empty cell, which its validator rightly refuses. Every variant can be written so.

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

  static final String HTTP =
      """
      ## How it is measured

      `./vermilion serve` runs as a process of its own, with the settings of `docs/operate.md`, a signed and proved `lip-ha`, a group commit with every sync on, as in production. Each patient has a
      connection that is kept, posts one check-in a request (`POST /api/episodes/{id}/events`: one event with a new UUID and all 22 answers of the full form on a calm day) and posts the next one when
      the answer is there. A check-in counts when it is answered with 200 and `accepted`: it is then on the disk, sealed, chained, assessed, and the worklist's line is written anew.

      An episode has 20 events when the load takes it and 60 when it is given back: 40 on average. So 39 of 40 check-ins find their episode in the server's memory. That flatters a server of many
      patients who check in twice a day; the last line of each table is the other end: 3,008 episodes of 40 events and more, each used again only after all others, so that every check-in reads and folds its whole
      episode anew.

      The bare rows are the limit: the row of the event, its head and its worklist line, with as many bytes in each column as the record of the same run holds, in tables with the same primary keys, by the
      same number of writers, who wait in the same kind of group commit (at most 512 in a transaction), on the same disk, with the same durability, page cache and log. Nothing else: no HTTP, no JSON, no decision, no cipher, no hash, no
      index but the primary keys, nothing looked up before it is written. SQLite gets a prepared statement a row, PostgreSQL one statement a table with each column as an array. Bare rows, then HTTP, for each number of patients in each
      round; a share is of one round, and what is shown is the median of the rounds, with the least and the most.

      The client shares the cores with the server, while the writers of the bare rows have them for themselves. The second table therefore says what CPU time each of them takes, as the operating system counts it; its last column
      is what would be left of the share where CPU time alone counts and the client runs elsewhere.

      The profile comes from a flight recording of the server's own CPU time (`jdk.CPUTimeSample`, native code counts as well), in a lap of its own, because it costs a little. A sample counts for the part whose code was running, or
      called the JDK's.

      """;

  static final String LICENCES =
      """
      ## Peers

      None of them ships; `bench` is not in any jar that does.

      | peer | version | licence |
      |---|---|---|
      | lib-recur, rfc5545-datetime | 0.17.1, 0.3 | Apache-2.0 |
      | ical4j | 4.4.0 | BSD-3-Clause |
      | KIE DMN (Drools), with its analyser | 10.2.0 | Apache-2.0 |

      `./build` lists their own dependencies with licences in `bench/target/generated-sources/license/bench-licences.txt`.
      """;

  private Notes() {}
}
