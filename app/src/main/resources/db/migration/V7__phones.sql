-- Ways into one episode: "tries" counts wrong birth dates of a link, "device" is the kind of machine
-- (never a name), "seen" is when it was last heard of, "ready" what a phone says of itself (1 it
-- keeps the emergency card, 2 it opens without a network). None of it opens anything, so the guard
-- of a row does not cover it.

ALTER TABLE access_token ADD COLUMN tries INT NOT NULL DEFAULT 0;
ALTER TABLE access_token ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE access_token ADD COLUMN seen BIGINT;
ALTER TABLE access_token ADD COLUMN ready INT NOT NULL DEFAULT 0;
CREATE INDEX access_token_of ON access_token (clinic, episode);
