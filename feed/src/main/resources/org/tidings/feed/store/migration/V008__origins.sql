-- Which peer brought a message, by its number among the feeds; 0: a file. NULL: it was written here,
-- or came before this was kept. Nothing depends on it. Older rows end before it, as its default says.
ALTER TABLE messages ADD COLUMN origin INTEGER DEFAULT NULL;
