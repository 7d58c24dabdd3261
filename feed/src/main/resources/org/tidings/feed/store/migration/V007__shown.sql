-- By what time a message is placed in a timeline, where it claims to come from so far ahead that
-- this does not follow from when it came alone; NULL else, and of all that came before this step.
ALTER TABLE messages ADD COLUMN shown INTEGER DEFAULT NULL;
