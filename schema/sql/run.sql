-- The row of a version of the rules: rules, program, schema version. One that is there already stays as it is.
INSERT INTO runs (run_id, rules, program, schema_version)
SELECT coalesce(max(run_id), 0) + 1, $1, $2, $3 FROM runs WHERE true
ON CONFLICT (rules) DO NOTHING
