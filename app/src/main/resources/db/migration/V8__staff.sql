-- Who works at a clinic, how each signs in, and where each is signed in. Secrets are hashes, but for
-- the authenticator app's ("otp"), which is sealed under the master key. A MAC of the master key
-- guards every row that opens something; what only slows down or is only shown ("otp_step",
-- "counter", "label", "seen") is outside of it.

CREATE TABLE staff (
  clinic   TEXT   NOT NULL,
  person   TEXT   NOT NULL,
  name     TEXT   NOT NULL,
  folded   TEXT   NOT NULL,
  roles    TEXT   NOT NULL,
  made     BIGINT NOT NULL,
  ended    BIGINT,
  password TEXT   NOT NULL,
  otp      ${bytes},
  otp_step BIGINT NOT NULL,
  mac      ${bytes} NOT NULL,
  PRIMARY KEY (clinic, person)
) ${clustered};
CREATE UNIQUE INDEX staff_by_name ON staff (clinic, folded);

CREATE TABLE staff_passkey (
  clinic     TEXT   NOT NULL,
  credential TEXT   NOT NULL,
  person     TEXT   NOT NULL,
  label      TEXT   NOT NULL,
  public_key ${bytes} NOT NULL,
  made       BIGINT NOT NULL,
  counter    BIGINT NOT NULL,
  seen       BIGINT,
  mac        ${bytes} NOT NULL,
  PRIMARY KEY (clinic, credential)
) ${clustered};
CREATE INDEX staff_passkey_of ON staff_passkey (clinic, person);

CREATE TABLE staff_code (
  clinic    TEXT   NOT NULL,
  code_hash TEXT   NOT NULL,
  person    TEXT   NOT NULL,
  kind      TEXT   NOT NULL,
  made      BIGINT NOT NULL,
  until     BIGINT NOT NULL,
  used      BIGINT,
  mac       ${bytes} NOT NULL,
  PRIMARY KEY (clinic, code_hash)
) ${clustered};
CREATE INDEX staff_code_of ON staff_code (clinic, person);

CREATE TABLE staff_session (
  clinic       TEXT   NOT NULL,
  session_hash TEXT   NOT NULL,
  person       TEXT   NOT NULL,
  token_hash   TEXT   NOT NULL,
  device       TEXT   NOT NULL,
  made         BIGINT NOT NULL,
  seen         BIGINT NOT NULL,
  ended        BIGINT,
  glass        TEXT   NOT NULL,
  glass_until  BIGINT,
  mac          ${bytes} NOT NULL,
  PRIMARY KEY (clinic, session_hash)
) ${clustered};
CREATE INDEX staff_session_of ON staff_session (clinic, person);

-- Who looked at one record, and what one person did.
CREATE INDEX audit_of ON audit (clinic, episode, seq) WHERE episode <> '';
