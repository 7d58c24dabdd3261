-- changed: epoch milliseconds, 0 for drafts of before this was kept.
ALTER TABLE drafts ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;

-- What was finished but not signed yet: one row for each post of an entry, in order.
-- due: when the entry is to be signed, epoch milliseconds. recipients: their ids, one after the
-- other; empty in the open. place: the draft it came from.
CREATE TABLE outbox (
  entry INTEGER PRIMARY KEY AUTOINCREMENT,
  due INTEGER NOT NULL,
  place TEXT NOT NULL,
  recipients BLOB NOT NULL
);
CREATE TABLE outbox_posts (
  entry INTEGER NOT NULL,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) WITHOUT ROWID;

-- Messages to come back to. added: epoch milliseconds.
CREATE TABLE bookmarks (
  message BLOB PRIMARY KEY,
  added INTEGER NOT NULL,
  note TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX bookmarks_by_time ON bookmarks (added, message);

-- What only we call a feed.
CREATE TABLE petnames (feed INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL);

-- Feeds and threads that are kept out of our sight, and nothing else.
CREATE TABLE muted_feeds (feed INTEGER PRIMARY KEY);
CREATE TABLE muted_threads (root BLOB PRIMARY KEY) WITHOUT ROWID;

-- Up to where lists other than threads have been seen.
CREATE TABLE seen_marks (
  list TEXT PRIMARY KEY,
  shown INTEGER NOT NULL,
  arrival INTEGER NOT NULL
) WITHOUT ROWID;
