-- How a batch goes into PostgreSQL: rows are copied into staging tables of the session, and go from there into the tables in one
-- transaction. `{table}` and `{columns}` are each table in turn; a step ends with a line `-- then`.

-- once a session, for each table
CREATE TEMPORARY TABLE staging_{table} ON COMMIT DELETE ROWS AS SELECT {columns} FROM {table} LIMIT 0
-- then: once a session
CREATE TEMPORARY TABLE staging_changed (run_id INTEGER NOT NULL, document_id TEXT NOT NULL) ON COMMIT DELETE ROWS
-- then: for each table
COPY staging_{table} ({columns}) FROM STDIN
-- then: the documents that are new or changed; {upsert} says what changed means
WITH changed AS (
    INSERT INTO documents ({columns}) SELECT {columns} FROM staging_documents ORDER BY document_id
    {upsert}
    RETURNING run_id, document_id
)
INSERT INTO staging_changed SELECT run_id, document_id FROM changed
-- then: what hangs on their statements goes with them
DELETE FROM statements s USING staging_changed c WHERE s.run_id = c.run_id AND s.document_id = c.document_id
-- then: statements of documents that have not changed stay out
DELETE FROM staging_statements s
    WHERE NOT EXISTS (SELECT 1 FROM staging_changed c WHERE c.run_id = s.run_id AND c.document_id = s.document_id)
-- then: for each table but documents
INSERT INTO {table} ({columns}) SELECT {columns} FROM staging_{table} x
    WHERE EXISTS (SELECT 1 FROM staging_statements s WHERE s.run_id = x.run_id AND s.statement_id = x.statement_id)
