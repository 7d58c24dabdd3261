-- The newest posts of feeds whose history is still arriving: signed, but not chained yet, and part
-- of nothing else. shown: as in the timeline.
CREATE TABLE early (
  id BLOB NOT NULL PRIMARY KEY,
  feed INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  received INTEGER NOT NULL,
  wire BLOB NOT NULL
);

CREATE INDEX early_by_feed ON early (feed, sequence);

CREATE INDEX early_by_time ON early (shown, id);
