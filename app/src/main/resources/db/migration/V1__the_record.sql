-- The record and what is derived from it. Written in the dialect that SQLite and PostgreSQL share;
-- the placeholders are the word for a column of bytes and, where a database has one, the clause that
-- keeps a table in the order of its key. Every key starts with the clinic (master_key belongs to the
-- installation). Times are milliseconds since 1970 in UTC. No row here holds a name or an answer in
-- clear.

CREATE TABLE master_key (
  id    TEXT   NOT NULL PRIMARY KEY,
  made  BIGINT NOT NULL,
  proof ${bytes} NOT NULL
);

-- One data key for each patient of a clinic. Destroying it means that "wrapped" becomes null.
CREATE TABLE patient_key (
  clinic    TEXT   NOT NULL,
  key_id    TEXT   NOT NULL,
  patient   TEXT   NOT NULL,
  made      BIGINT NOT NULL,
  master_id TEXT   NOT NULL,
  wrapped   ${bytes},
  destroyed BIGINT,
  PRIMARY KEY (clinic, key_id)
) ${clustered};
CREATE UNIQUE INDEX patient_key_of ON patient_key (clinic, patient);

-- The register: every episode that was ever opened, chained in order of opening.
CREATE TABLE episode (
  clinic        TEXT   NOT NULL,
  episode       TEXT   NOT NULL,
  ordinal       BIGINT NOT NULL,
  patient       TEXT   NOT NULL,
  opened        BIGINT NOT NULL,
  previous_hash ${bytes} NOT NULL,
  hash          ${bytes} NOT NULL,
  PRIMARY KEY (clinic, episode)
) ${clustered};
CREATE UNIQUE INDEX episode_in_order ON episode (clinic, ordinal);
CREATE INDEX episode_of ON episode (clinic, patient);

-- Where each chain ends, under a MAC of the master key, so that cutting off a tail shows.
CREATE TABLE head (
  clinic TEXT   NOT NULL,
  chain  TEXT   NOT NULL,
  seq    BIGINT NOT NULL,
  hash   ${bytes} NOT NULL,
  at     BIGINT NOT NULL,
  size   BIGINT NOT NULL,
  mac    ${bytes} NOT NULL,
  PRIMARY KEY (clinic, chain)
) ${clustered};

CREATE TABLE event (
  clinic        TEXT   NOT NULL,
  episode       TEXT   NOT NULL,
  seq           BIGINT NOT NULL,
  event_id      TEXT   NOT NULL,
  received      BIGINT NOT NULL,
  key_id        TEXT   NOT NULL,
  nonce         ${bytes} NOT NULL,
  ciphertext    ${bytes} NOT NULL,
  previous_hash ${bytes} NOT NULL,
  hash          ${bytes} NOT NULL,
  PRIMARY KEY (clinic, episode, seq)
);
CREATE UNIQUE INDEX event_by_id ON event (clinic, event_id);

CREATE TABLE audit (
  clinic        TEXT   NOT NULL,
  seq           BIGINT NOT NULL,
  at            BIGINT NOT NULL,
  actor         TEXT   NOT NULL,
  action        TEXT   NOT NULL,
  episode       TEXT   NOT NULL,
  detail        TEXT   NOT NULL,
  previous_hash ${bytes} NOT NULL,
  hash          ${bytes} NOT NULL,
  PRIMARY KEY (clinic, seq)
);

-- Derived: one line for each episode that somebody must look at or that changes by itself.
CREATE TABLE worklist (
  clinic      TEXT   NOT NULL,
  episode     TEXT   NOT NULL,
  level_rank  INT    NOT NULL,
  deadline    BIGINT,
  next_change BIGINT,
  updated     BIGINT NOT NULL,
  key_id      TEXT   NOT NULL,
  nonce       ${bytes} NOT NULL,
  card        ${bytes} NOT NULL,
  PRIMARY KEY (clinic, episode)
) ${clustered};
CREATE INDEX worklist_by_urgency
  ON worklist (clinic, level_rank DESC, (deadline IS NULL), deadline, episode);
CREATE INDEX worklist_by_change ON worklist (clinic, next_change) WHERE next_change IS NOT NULL;

CREATE TABLE access_token (
  clinic     TEXT   NOT NULL,
  token_hash TEXT   NOT NULL,
  role       TEXT   NOT NULL,
  episode    TEXT   NOT NULL,
  label      TEXT   NOT NULL,
  created    BIGINT NOT NULL,
  revoked    BIGINT,
  mac        ${bytes} NOT NULL,
  PRIMARY KEY (clinic, token_hash)
) ${clustered};

CREATE TABLE clinic_settings (
  clinic  TEXT   NOT NULL PRIMARY KEY,
  updated BIGINT NOT NULL,
  body    ${bytes} NOT NULL,
  mac     ${bytes} NOT NULL
);
