CREATE TABLE plants (name TEXT);
INSERT INTO plants VALUES ('moss');
