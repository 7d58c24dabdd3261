-- What cannot be derived from the log. None of this is ever dropped.
CREATE TABLE drafts (
  place TEXT PRIMARY KEY,
  text TEXT NOT NULL
) WITHOUT ROWID;

-- connected: when the last good connection was, epoch milliseconds.
CREATE TABLE peers (
  address TEXT PRIMARY KEY,
  peer BLOB NOT NULL,
  source TEXT NOT NULL,
  autoconnect INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  connected INTEGER
) WITHOUT ROWID;

-- The last clock of each peer: note values as they were on the wire.
CREATE TABLE clocks (
  peer INTEGER NOT NULL,
  feed INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (peer, feed)
) WITHOUT ROWID;

-- Everything in a thread that arrived up to this number has been seen.
CREATE TABLE read_marks (
  root BLOB PRIMARY KEY,
  arrival INTEGER NOT NULL
) WITHOUT ROWID;

-- The publishing gate: whose store this is, the highest sequence of ours that may have left, why
-- publishing is held (empty: it is not), and by what we know the database file again.
CREATE TABLE gate (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  feed BLOB NOT NULL,
  released INTEGER NOT NULL,
  hold TEXT NOT NULL,
  mark TEXT NOT NULL
);

-- The first message of a feed that contradicts what we hold of it.
CREATE TABLE fork_proofs (
  feed INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL,
  found INTEGER NOT NULL,
  wire BLOB NOT NULL
);
