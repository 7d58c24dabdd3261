-- Up to which arrival a build has come, once more: a number in which a bit has flipped is not
-- believed.
ALTER TABLE index_builds ADD COLUMN repeated INTEGER NOT NULL DEFAULT -1;

UPDATE index_builds SET repeated = arrival;
