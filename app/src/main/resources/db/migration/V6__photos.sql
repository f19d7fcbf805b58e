-- The photos of the patients, each twice: as it is kept, and small for a list. Both are sealed under
-- the patient's key. "fingerprint" follows from that key and the hash of what was sent, so that it
-- tells nothing once the key is destroyed.

CREATE TABLE photo (
  clinic      TEXT   NOT NULL,
  photo       TEXT   NOT NULL,
  episode     TEXT   NOT NULL,
  received    BIGINT NOT NULL,
  key_id      TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,
  small_nonce ${bytes} NOT NULL,
  small       ${bytes} NOT NULL,
  nonce       ${bytes} NOT NULL,
  ciphertext  ${bytes} NOT NULL,
  PRIMARY KEY (clinic, photo)
);
CREATE INDEX photo_of ON photo (clinic, episode, received);
