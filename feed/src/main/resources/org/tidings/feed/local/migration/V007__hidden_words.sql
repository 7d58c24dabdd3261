-- Words the person would rather not come across. word: as it was typed. folded: its words as they
-- are searched, with one space between them.
CREATE TABLE hidden_words (folded TEXT PRIMARY KEY, word TEXT NOT NULL) WITHOUT ROWID;
