-- What only SQLite has: full-text search over sentences and contents.
--
--     SELECT s.* FROM search JOIN search_keys ON search_key = search.rowid JOIN statements s USING (run_id, statement_id)
--     WHERE search MATCH 'ceasefire OR truce' ORDER BY rank;

-- Which statement a row of the index is; a key of its own, since VACUUM may renumber rows that have none.
CREATE TABLE search_keys (
    search_key INTEGER NOT NULL PRIMARY KEY, -- rowid in the table search
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    UNIQUE (run_id, statement_id)
);

CREATE VIRTUAL TABLE search USING fts5 (sentence, content, tokenize = 'porter unicode61');

CREATE TRIGGER search_insert AFTER INSERT ON statements BEGIN
    INSERT INTO search_keys (run_id, statement_id) VALUES (new.run_id, new.statement_id);
    INSERT INTO search (rowid, sentence, content) SELECT search_key, new.sentence, new.content FROM search_keys
        WHERE run_id = new.run_id AND statement_id = new.statement_id;
END;

CREATE TRIGGER search_delete AFTER DELETE ON statements BEGIN
    DELETE FROM search WHERE rowid = (SELECT search_key FROM search_keys WHERE run_id = old.run_id AND statement_id = old.statement_id);
    DELETE FROM search_keys WHERE run_id = old.run_id AND statement_id = old.statement_id;
END;
