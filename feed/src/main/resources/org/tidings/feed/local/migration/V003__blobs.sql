-- Blobs that somebody asked for by name, and blobs of ours that peers are asked to take (protocol
-- 7.4). list: `want` or `push`. noted: when that was last said, epoch milliseconds.
CREATE TABLE blob_notes (
  list TEXT NOT NULL,
  blob BLOB NOT NULL,
  noted INTEGER NOT NULL,
  PRIMARY KEY (list, blob)
) WITHOUT ROWID;
