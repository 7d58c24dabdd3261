-- Indexes that are being built again beside those in use: by which version, under which number,
-- and up to which arrival.
CREATE TABLE index_builds (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  arrival INTEGER NOT NULL
) WITHOUT ROWID;

-- Gives every build a number of its own.
CREATE TABLE index_generations (generation INTEGER PRIMARY KEY AUTOINCREMENT);

-- Feeds on their way out: what is left of them is dropped at the next opportunity.
CREATE TABLE drops (feed INTEGER PRIMARY KEY);
