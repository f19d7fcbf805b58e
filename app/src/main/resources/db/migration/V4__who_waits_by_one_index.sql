-- Who waits is read without a visit to each line: a clinic where 10,000 wait has them in a table of all
-- that ever were.
DROP INDEX worklist_waiting;
CREATE INDEX worklist_waiting
  ON worklist (clinic, level_rank DESC, (deadline IS NULL), deadline, episode, updated, nonce)
  WHERE level_rank >= 2;
-- Everybody else is counted.
DROP INDEX worklist_counted;
CREATE INDEX worklist_counted ON worklist (clinic, course, level_rank)
  WHERE course < 4 AND level_rank < 2;
