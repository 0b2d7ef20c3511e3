-- The tables of a demarche database, version 1; the same text makes them in SQLite and in PostgreSQL.
--
-- The comment behind a column is its documentation: in PostgreSQL it becomes the comment of the column (\d+ shows it), in SQLite
-- it stays in the schema (.schema shows it). Comments in front of a table are the table's. One column a line, the name first.
-- Spans count Unicode code points into the document's text, the end exclusive. What is absent is NULL, never an empty text.

-- The version of these tables; one row.
CREATE TABLE demarche_schema (
    version INTEGER NOT NULL PRIMARY KEY -- version of the tables; a program refuses tables of a version that it does not know
);

-- One row for each version of the rules with which documents were read; two versions stand side by side.
CREATE TABLE runs (
    run_id INTEGER NOT NULL PRIMARY KEY, -- counts from 1, in the order in which versions came in
    rules TEXT NOT NULL UNIQUE, -- the packs with their versions, and the scope where it is not the usual one
    program TEXT NOT NULL, -- version of demarche that wrote the first document of the run
    schema_version TEXT NOT NULL, -- version of the record (schema/statement.json)
    begun_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP -- when the first document came in, UTC
);

-- What is known of a document; a document read with two versions of the rules has two rows.
CREATE TABLE documents (
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the version of the rules
    document_id TEXT NOT NULL, -- stable name: the id in JSONL input, else the file name without endings
    uri TEXT, -- where it was read: a path or a URL
    title TEXT, -- title, where the input or the page names one
    published DATE, -- day of publication
    published_basis TEXT CHECK (published_basis IN ('given', 'metadata', 'text')), -- how the day was found
    genre TEXT CHECK (genre IN ('news', 'joint', 'readout', 'resolution', 'body_statement')), -- kind of text; NULL where statements were loaded without their document
    language TEXT, -- ISO 639-1
    sha256 TEXT, -- SHA-256 of the text that spans index
    chars INTEGER, -- length of that text in code points
    text TEXT, -- the text itself, with --with-text only
    fingerprint TEXT NOT NULL, -- SHA-256 of document and statements as JSON; where it is the same, a document that comes again changes nothing
    loaded_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, -- when these statements came in, UTC
    PRIMARY KEY (run_id, document_id)
);

-- One diplomatic act that a text reports or performs.
CREATE TABLE statements (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- stable name; an edit elsewhere in the text does not change it
    document_id TEXT NOT NULL, -- the document
    position INTEGER NOT NULL, -- number of the statement in the document, from 0, by the place of its cue
    act TEXT NOT NULL, -- agree, pledge, urge, condemn, ...
    force TEXT NOT NULL CHECK (force IN ('commissive', 'declarative', 'assertive', 'expressive', 'directive', 'interaction')), -- illocutionary force
    status TEXT NOT NULL CHECK (status IN ('made', 'planned', 'expected', 'hypothetical')), -- whether the act was done
    negated BOOLEAN NOT NULL, -- true where the text says that the act did not happen
    mode TEXT NOT NULL CHECK (mode IN ('narrated', 'indirect', 'direct')), -- whose words tell the act
    cue TEXT NOT NULL, -- the words that signal the act
    cue_start INTEGER NOT NULL, -- their place
    cue_end INTEGER NOT NULL, -- end of their place
    content TEXT, -- what is agreed, urged, condemned
    content_start INTEGER, -- start of its first piece
    content_end INTEGER, -- end of its last piece
    content_form TEXT CHECK (content_form IN ('infinitive', 'clause', 'gerund', 'noun_phrase', 'quote')), -- grammatical form of the content
    topic TEXT, -- words of the content in lower case, function words and doubles left out, in order
    degree TEXT, -- degree words, as in deep concern
    degree_start INTEGER, -- their place
    degree_end INTEGER, -- end of their place
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4), -- strength within the family of the act: 0 hedged, 1 plain, to 4 strongest
    time_text TEXT, -- words that say when it was done or is to be done
    time_start INTEGER, -- their place
    time_end INTEGER, -- end of their place
    time_earliest DATE, -- first day that they can mean
    time_latest DATE, -- last day that they can mean
    time_granularity TEXT CHECK (time_granularity IN ('day', 'week', 'month', 'quarter', 'year', 'range')), -- how exact the time is
    time_basis TEXT CHECK (time_basis IN ('explicit', 'published', 'unanchored')), -- how the time was worked out
    sentence TEXT NOT NULL, -- the sentence in which the cue stands
    sentence_start INTEGER NOT NULL, -- its place
    sentence_end INTEGER NOT NULL, -- end of its place
    paragraph INTEGER NOT NULL, -- number of its paragraph in the document, from 0
    sentence_index INTEGER NOT NULL, -- number of the sentence in the document, from 0
    rule_id TEXT NOT NULL, -- the rule that found it
    rule_pack TEXT NOT NULL, -- the pack of that rule
    rule_version TEXT NOT NULL, -- the version of that pack
    PRIMARY KEY (run_id, statement_id),
    FOREIGN KEY (run_id, document_id) REFERENCES documents (run_id, document_id) ON DELETE CASCADE
);

-- Speakers, addressees and source of a statement, in order.
CREATE TABLE parties (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    role TEXT NOT NULL CHECK (role IN ('speaker', 'addressee', 'source')), -- what the party is to the statement
    party INTEGER NOT NULL, -- number among the parties of its role, from 0, in the order of the record
    text TEXT, -- the phrase as written; NULL where the party is implied
    text_start INTEGER, -- its place
    text_end INTEGER, -- end of its place
    basis TEXT NOT NULL CHECK (basis IN ('name', 'office', 'group', 'pronoun', 'document', 'implied')), -- how the party was resolved
    PRIMARY KEY (run_id, statement_id, role, party),
    FOREIGN KEY (run_id, statement_id) REFERENCES statements (run_id, statement_id) ON DELETE CASCADE
);

-- The states and organisations for which a party stands.
CREATE TABLE entities (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    role TEXT NOT NULL, -- speaker, addressee or source
    party INTEGER NOT NULL, -- the party
    position INTEGER NOT NULL, -- number in the party, from 0
    code TEXT NOT NULL, -- ISO 3166-1 alpha-3, or the usual short name of an organisation
    kind TEXT NOT NULL CHECK (kind IN ('state', 'organisation', 'bloc', 'party', 'armed_group')), -- what kind of actor it is
    name TEXT NOT NULL, -- its usual English name
    PRIMARY KEY (run_id, statement_id, role, party, position),
    FOREIGN KEY (run_id, statement_id, role, party) REFERENCES parties (run_id, statement_id, role, party) ON DELETE CASCADE
);

-- The people whom a party names.
CREATE TABLE people (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    role TEXT NOT NULL, -- speaker, addressee or source
    party INTEGER NOT NULL, -- the party
    position INTEGER NOT NULL, -- number in the party, from 0
    name TEXT NOT NULL, -- the fullest name that the document gives
    office TEXT, -- the office as the text or the gazetteer names it
    PRIMARY KEY (run_id, statement_id, role, party, position),
    FOREIGN KEY (run_id, statement_id, role, party) REFERENCES parties (run_id, statement_id, role, party) ON DELETE CASCADE
);

-- The coordinated parts of a content; none where it has one part only.
CREATE TABLE items (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    position INTEGER NOT NULL, -- number in the content, from 0
    text TEXT NOT NULL, -- the words
    text_start INTEGER NOT NULL, -- their place
    text_end INTEGER NOT NULL, -- end of their place
    PRIMARY KEY (run_id, statement_id, position),
    FOREIGN KEY (run_id, statement_id) REFERENCES statements (run_id, statement_id) ON DELETE CASCADE
);

-- The pieces of a content; one, unless an attribution interrupts a quote.
CREATE TABLE pieces (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    position INTEGER NOT NULL, -- number in the content, from 0
    text TEXT NOT NULL, -- the words
    text_start INTEGER NOT NULL, -- their place
    text_end INTEGER NOT NULL, -- end of their place
    PRIMARY KEY (run_id, statement_id, position),
    FOREIGN KEY (run_id, statement_id) REFERENCES statements (run_id, statement_id) ON DELETE CASCADE
);

-- The act in the coding schemes of the field.
CREATE TABLE codes (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    scheme TEXT NOT NULL CHECK (scheme IN ('cameo', 'plover')), -- the scheme
    position INTEGER NOT NULL, -- number among the codes of the scheme, from 0
    code TEXT, -- the code as text, with its zeros; NULL where the scheme has none
    match TEXT NOT NULL CHECK (match IN ('exact', 'broad', 'narrow', 'none')), -- how well it fits, in the terms of SKOS
    PRIMARY KEY (run_id, statement_id, scheme, position),
    FOREIGN KEY (run_id, statement_id) REFERENCES statements (run_id, statement_id) ON DELETE CASCADE
);

-- Words that soften a statement.
CREATE TABLE hedges (
    run_id INTEGER NOT NULL, -- the version of the rules
    statement_id TEXT NOT NULL, -- the statement
    position INTEGER NOT NULL, -- number in the statement, from 0
    text TEXT NOT NULL, -- the words
    text_start INTEGER NOT NULL, -- their place
    text_end INTEGER NOT NULL, -- end of their place
    PRIMARY KEY (run_id, statement_id, position),
    FOREIGN KEY (run_id, statement_id) REFERENCES statements (run_id, statement_id) ON DELETE CASCADE
);

-- By document and act, by code, by day: what the queries of the README ask for.
CREATE INDEX statements_document ON statements (run_id, document_id, position);
CREATE INDEX statements_act ON statements (act, run_id);
CREATE INDEX statements_latest ON statements (time_latest);
CREATE INDEX entities_code ON entities (code, role, run_id);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_sha256 ON documents (sha256);
