-- From here on the wire of a message that is not all ASCII holds a checksum (StoredForm), which
-- earlier versions of the program would take for damage: they are to refuse the file. What is there
-- stays as it is.
SELECT 1;
