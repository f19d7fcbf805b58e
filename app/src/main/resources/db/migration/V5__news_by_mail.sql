-- Who wants news by e-mail, and mails that wait to be sent. A subscriber is no patient and nothing
-- here leads from one to the other; but she has a key of her own in patient_key, so that leaving
-- erases her address here and in every backup. "lookup" is a keyed hash of the address.

CREATE TABLE subscriber (
  clinic     TEXT   NOT NULL,
  subscriber TEXT   NOT NULL,
  lookup     TEXT   NOT NULL,
  language   TEXT   NOT NULL,
  asked      BIGINT NOT NULL,
  asks       INT    NOT NULL,
  confirmed  BIGINT,
  key_id     TEXT   NOT NULL,
  nonce      ${bytes} NOT NULL,
  address    ${bytes} NOT NULL,
  PRIMARY KEY (clinic, subscriber)
) ${clustered};
CREATE UNIQUE INDEX subscriber_by_lookup ON subscriber (clinic, lookup);
CREATE INDEX subscriber_asking ON subscriber (clinic, asked) WHERE confirmed IS NULL;

-- State: 0 waits, 1 sent, 2 given up. What was sent keeps no content.
CREATE TABLE mail (
  clinic  TEXT   NOT NULL,
  mail_id TEXT   NOT NULL,
  owner   TEXT   NOT NULL,
  kind    TEXT   NOT NULL,
  made    BIGINT NOT NULL,
  due     BIGINT NOT NULL,
  tries   INT    NOT NULL,
  state   INT    NOT NULL,
  settled BIGINT,
  why     TEXT   NOT NULL,
  key_id  TEXT   NOT NULL,
  nonce   ${bytes} NOT NULL,
  content ${bytes} NOT NULL,
  PRIMARY KEY (clinic, mail_id)
) ${clustered};
CREATE INDEX mail_waiting ON mail (clinic, due) WHERE state = 0;
CREATE INDEX mail_of ON mail (clinic, owner);

-- Of which articles, as of which day, every subscriber has a mail in the queue or had one.
CREATE TABLE announced (
  clinic  TEXT   NOT NULL,
  article TEXT   NOT NULL,
  updated BIGINT NOT NULL,
  PRIMARY KEY (clinic, article)
) ${clustered};
