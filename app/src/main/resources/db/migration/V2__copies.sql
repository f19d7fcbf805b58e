-- How far a copy into this store has come, a line for each table. As long as there is one, nobody
-- may be served from this store: it is a backup, or a restore or a move that has not ended.

CREATE TABLE copied (
  table_name TEXT   NOT NULL PRIMARY KEY,
  source     TEXT   NOT NULL,
  copied     BIGINT NOT NULL,
  digest     TEXT   NOT NULL,
  last_key   TEXT   NOT NULL,
  finished   INT    NOT NULL
);
