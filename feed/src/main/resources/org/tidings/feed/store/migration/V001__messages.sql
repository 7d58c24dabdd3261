-- Every feed we hold or have heard named. Other tables speak of feeds by number.
CREATE TABLE feeds (
  feed INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  kept_by_import INTEGER NOT NULL DEFAULT 0
);

-- The log: the exact signed messages. Only damage is written over, by the same message fetched again.
-- Arrival numbers are never used twice.
-- claimed: what the author says; received: when it came; both in epoch milliseconds.
-- type: of the content, empty when encrypted. wire: what StoredForm makes of the signed text.
CREATE TABLE messages (
  arrival INTEGER PRIMARY KEY AUTOINCREMENT,
  feed INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  claimed REAL NOT NULL,
  received INTEGER NOT NULL,
  type TEXT NOT NULL,
  id BLOB NOT NULL,
  wire BLOB NOT NULL
);

CREATE UNIQUE INDEX messages_by_feed ON messages (feed, sequence);

-- Eight bytes of the hash find a message; the whole id is then compared.
CREATE INDEX messages_by_id ON messages (substr(id, 1, 8));

CREATE INDEX messages_by_type ON messages (type);

-- What is derived from the log: the version each index was built by, and how far.
CREATE TABLE indexes (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  arrival INTEGER NOT NULL
) WITHOUT ROWID;
