-- The views of a demarche database; the same text makes them in SQLite and in PostgreSQL, but for one word: SQLite's name for
-- string_agg is group_concat, and the program writes it so there. The order inside it is that of the subquery.

-- One statement a row, flat; lists joined by `; `, codes as text with their zeros.
CREATE VIEW v_statements AS
SELECT
    s.run_id,
    r.rules,
    s.document_id,
    d.uri,
    d.title,
    d.published,
    d.genre,
    s.statement_id,
    s.position,
    s.act,
    s.force,
    s.status,
    s.negated,
    s.mode,
    (SELECT string_agg(x.text, '; ') FROM (SELECT p.text FROM parties p
        WHERE p.run_id = s.run_id AND p.statement_id = s.statement_id AND p.role = 'speaker' ORDER BY p.party) x) AS speakers,
    (SELECT string_agg(x.code, '; ') FROM (SELECT e.code FROM entities e
        WHERE e.run_id = s.run_id AND e.statement_id = s.statement_id AND e.role = 'speaker' ORDER BY e.party, e.position) x) AS speaker_codes,
    (SELECT string_agg(x.name, '; ') FROM (SELECT p.name FROM people p
        WHERE p.run_id = s.run_id AND p.statement_id = s.statement_id AND p.role = 'speaker' ORDER BY p.party, p.position) x) AS speaker_people,
    (SELECT string_agg(x.text, '; ') FROM (SELECT p.text FROM parties p
        WHERE p.run_id = s.run_id AND p.statement_id = s.statement_id AND p.role = 'addressee' ORDER BY p.party) x) AS addressees,
    (SELECT string_agg(x.code, '; ') FROM (SELECT e.code FROM entities e
        WHERE e.run_id = s.run_id AND e.statement_id = s.statement_id AND e.role = 'addressee' ORDER BY e.party, e.position) x) AS addressee_codes,
    (SELECT p.text FROM parties p
        WHERE p.run_id = s.run_id AND p.statement_id = s.statement_id AND p.role = 'source' AND p.party = 0) AS source,
    s.cue,
    s.content,
    s.content_form,
    (SELECT string_agg(x.text, '; ') FROM (SELECT i.text FROM items i
        WHERE i.run_id = s.run_id AND i.statement_id = s.statement_id ORDER BY i.position) x) AS items,
    s.degree,
    s.level,
    (SELECT string_agg(x.text, '; ') FROM (SELECT h.text FROM hedges h
        WHERE h.run_id = s.run_id AND h.statement_id = s.statement_id ORDER BY h.position) x) AS hedges,
    s.time_text,
    s.time_earliest,
    s.time_latest,
    s.time_granularity,
    (SELECT string_agg(x.code, '; ') FROM (SELECT c.code FROM codes c
        WHERE c.run_id = s.run_id AND c.statement_id = s.statement_id AND c.scheme = 'cameo' ORDER BY c.position) x) AS cameo,
    (SELECT string_agg(x.code, '; ') FROM (SELECT c.code FROM codes c
        WHERE c.run_id = s.run_id AND c.statement_id = s.statement_id AND c.scheme = 'plover' ORDER BY c.position) x) AS plover,
    s.sentence,
    s.rule_id,
    s.rule_pack,
    s.rule_version
FROM statements s
JOIN documents d ON d.run_id = s.run_id AND d.document_id = s.document_id
JOIN runs r ON r.run_id = s.run_id;

-- Commissive acts that the text says were done or are to be done: who commits, to what, how firmly, until when.
CREATE VIEW v_commitments AS
SELECT
    v.run_id,
    v.document_id,
    v.statement_id,
    v.published,
    v.speakers,
    v.speaker_codes,
    v.addressee_codes,
    v.act,
    v.status,
    v.content,
    v.items,
    (SELECT CASE WHEN count(*) = 0 THEN 1 ELSE count(*) END FROM items i
        WHERE i.run_id = v.run_id AND i.statement_id = v.statement_id) AS goals,
    v.hedges,
    v.level,
    v.time_text,
    -- A time before the day of publication says when the act was done, not until when it binds.
    CASE WHEN v.published IS NULL OR v.time_latest > v.published THEN v.time_earliest END AS due_from,
    CASE WHEN v.published IS NULL OR v.time_latest > v.published THEN v.time_latest END AS deadline,
    v.sentence
FROM v_statements v
WHERE v.force = 'commissive' AND NOT v.negated;

-- One row for each pair of speaker and addressee of an act that was done, with columns named as ICEWS names them; a speaker
-- without addressee has one row without target. Acts that are negated, planned or expected are no events.
CREATE VIEW v_events AS
SELECT DISTINCT
    s.run_id,
    s.statement_id AS event_id,
    -- The day that the text gives for the act, where it is one day and not after publication; else the day of publication.
    CASE WHEN s.time_granularity = 'day' AND (d.published IS NULL OR s.time_latest <= d.published)
        THEN s.time_latest ELSE d.published END AS event_date,
    a.name AS source_name,
    a.kind AS source_sector,
    a.code AS source_country,
    s.act AS event_text,
    (SELECT c.code FROM codes c
        WHERE c.run_id = s.run_id AND c.statement_id = s.statement_id AND c.scheme = 'cameo' AND c.position = 0) AS cameo_code,
    (SELECT c.code FROM codes c
        WHERE c.run_id = s.run_id AND c.statement_id = s.statement_id AND c.scheme = 'plover' AND c.position = 0) AS plover_code,
    s.level AS intensity,
    t.name AS target_name,
    t.kind AS target_sector,
    t.code AS target_country,
    s.document_id AS story_id,
    s.sentence_index AS sentence_number,
    d.uri AS url,
    s.sentence
FROM statements s
JOIN documents d ON d.run_id = s.run_id AND d.document_id = s.document_id
JOIN entities a ON a.run_id = s.run_id AND a.statement_id = s.statement_id AND a.role = 'speaker'
LEFT JOIN entities t ON t.run_id = s.run_id AND t.statement_id = s.statement_id AND t.role = 'addressee'
WHERE s.status = 'made' AND NOT s.negated;

-- One row for each speaker of a statement with a content: the actor, the act and the words of the topic, for a discourse network.
CREATE VIEW v_positions AS
SELECT
    s.run_id,
    s.statement_id,
    s.document_id,
    d.published AS date,
    e.code AS actor,
    e.name AS actor_name,
    e.kind AS actor_kind,
    (SELECT p.name FROM people p
        WHERE p.run_id = e.run_id AND p.statement_id = e.statement_id AND p.role = e.role AND p.party = e.party AND p.position = 0) AS person,
    s.act,
    s.force,
    s.negated,
    s.status,
    s.level,
    s.topic,
    s.content,
    s.sentence
FROM statements s
JOIN documents d ON d.run_id = s.run_id AND d.document_id = s.document_id
JOIN entities e ON e.run_id = s.run_id AND e.statement_id = s.statement_id AND e.role = 'speaker'
WHERE s.content IS NOT NULL;
