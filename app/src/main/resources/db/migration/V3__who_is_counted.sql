-- The worklist: who waits is read by one index, everybody else is only counted by another. "course"
-- says where a patient is between her check-ins (0 not asked yet, 1 answered, 2 missed, 3 open,
-- 4 finished) and nothing of who or why; "course_change" is when time alone changes that. A line of
-- an earlier version is due at once, so that the clock writes it anew with its card and its course.
-- A rank of 2 and above waits for a human.

ALTER TABLE worklist ADD COLUMN course INT NOT NULL DEFAULT 0;
ALTER TABLE worklist ADD COLUMN course_change BIGINT DEFAULT 0;

DROP INDEX worklist_by_urgency;
CREATE INDEX worklist_waiting
  ON worklist (clinic, level_rank DESC, (deadline IS NULL), deadline, episode)
  WHERE level_rank >= 2;
CREATE INDEX worklist_counted ON worklist (clinic, course, level_rank) WHERE course < 4;
CREATE INDEX worklist_by_course ON worklist (clinic, course_change)
  WHERE course_change IS NOT NULL;
CREATE INDEX patient_key_destroyed ON patient_key (clinic, patient) WHERE destroyed IS NOT NULL;
