-- The highest sequence of our own feed that somebody else may have without having it from here: what
-- came in from elsewhere, and what was here while publishing was held. Of older stores nobody knows:
-- all there is counts. -1: not looked up yet, in a row that a salvage took from such a store.
ALTER TABLE gate ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT -1;

UPDATE gate SET elsewhere = coalesce(
  (SELECT max(m.sequence) FROM messages m JOIN feeds f USING (feed) WHERE f.id = gate.feed), 0);
