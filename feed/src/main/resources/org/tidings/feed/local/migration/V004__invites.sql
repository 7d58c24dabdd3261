-- Codes with which others have us follow them. guest: whose key comes with the code. uses: how many
-- are left. made: epoch milliseconds.
CREATE TABLE invites (
  guest BLOB PRIMARY KEY,
  uses INTEGER NOT NULL,
  note TEXT NOT NULL,
  made INTEGER NOT NULL
) WITHOUT ROWID;
