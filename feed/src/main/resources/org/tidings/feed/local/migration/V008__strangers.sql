-- Who connected to us though we do not follow them. called: when last, epoch milliseconds.
-- ignored: whether the person wants to hear no more of them.
CREATE TABLE strangers (
  peer BLOB PRIMARY KEY,
  called INTEGER NOT NULL,
  ignored INTEGER NOT NULL
) WITHOUT ROWID;
