-- What only PostgreSQL has: full-text search over sentences and contents.
--
--     SELECT * FROM statements WHERE to_tsvector('english', left(sentence, 100000)) @@ websearch_to_tsquery('english', 'ceasefire or truce');
--
-- A text search vector holds at most 1 MB; what a sentence has beyond 100,000 characters is not searched.
CREATE INDEX statements_sentence_search ON statements USING gin (to_tsvector('english', left(sentence, 100000)));
CREATE INDEX statements_content_search ON statements USING gin (to_tsvector('english', left(content, 100000)));
