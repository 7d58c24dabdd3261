-- Feeds of which a stored message is damaged: up to this sequence they are sound. What comes after
-- stays where it is until the damaged ones have come again.
CREATE TABLE quarantine (feed INTEGER PRIMARY KEY, sound INTEGER NOT NULL);

-- Up to which arrival number the log was last looked through for damage.
CREATE TABLE scrub (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), arrival INTEGER NOT NULL);
INSERT INTO scrub (only_row, arrival) VALUES (1, 0);
