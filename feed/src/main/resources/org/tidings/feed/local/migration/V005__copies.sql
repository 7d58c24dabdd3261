-- How far each peer has our own feed: told by itself, and what was sent to it since.
CREATE TABLE copies (
  peer BLOB PRIMARY KEY,
  told INTEGER NOT NULL,
  sent INTEGER NOT NULL
) WITHOUT ROWID;

-- When a message of ours last left for a peer, epoch milliseconds.
CREATE TABLE departures (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL);
