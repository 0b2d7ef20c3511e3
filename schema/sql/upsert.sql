-- Behind `INSERT INTO documents ...`: a document that is there already is changed only where its fingerprint differs. Statements
-- that were loaded without their document leave what is known of the document as it is.
ON CONFLICT (run_id, document_id) DO UPDATE SET
    uri = CASE WHEN excluded.sha256 IS NULL THEN documents.uri ELSE excluded.uri END,
    title = CASE WHEN excluded.sha256 IS NULL THEN documents.title ELSE excluded.title END,
    published = CASE WHEN excluded.sha256 IS NULL THEN documents.published ELSE excluded.published END,
    published_basis = CASE WHEN excluded.sha256 IS NULL THEN documents.published_basis ELSE excluded.published_basis END,
    genre = CASE WHEN excluded.sha256 IS NULL THEN documents.genre ELSE excluded.genre END,
    language = CASE WHEN excluded.sha256 IS NULL THEN documents.language ELSE excluded.language END,
    sha256 = CASE WHEN excluded.sha256 IS NULL THEN documents.sha256 ELSE excluded.sha256 END,
    chars = CASE WHEN excluded.sha256 IS NULL THEN documents.chars ELSE excluded.chars END,
    text = CASE WHEN excluded.sha256 IS NULL THEN documents.text ELSE excluded.text END,
    fingerprint = excluded.fingerprint,
    loaded_at = CURRENT_TIMESTAMP
WHERE documents.fingerprint <> excluded.fingerprint
