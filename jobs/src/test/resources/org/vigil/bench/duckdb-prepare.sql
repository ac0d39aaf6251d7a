-- The history as a database keeps it: the newest row of each incident. Not timed.
-- Within one extract no id stands twice in these rows, so the extract alone decides which row is newest; the peer is spared the row numbers.
CREATE TEMP MACRO codes_of(wanted) AS (SELECT list(code) FROM read_csv('IN/codes.csv') WHERE field = wanted);
CREATE TABLE area AS SELECT label, code FROM read_csv('IN/areas.csv') UNION ALL VALUES ('', 'unknown');
SET VARIABLE known_communities = codes_of('community');
SET VARIABLE known_strands = codes_of('strand');
SET VARIABLE known_contexts = codes_of('context');

CREATE TEMP TABLE typed_rows AS
WITH raw AS (
    SELECT *, regexp_extract(filename, '_(\d{4}-\d{2}-\d{2})\.csv', 1)::DATE AS extract_date
    FROM read_csv('IN/history/*_????-??-??.csv', all_varchar = true, filename = true, header = true, delim = ',', quote = '"')),
typed AS (
    SELECT incident_id, extract_date, record_class, a.code AS area_code,
        try_cast(occurred_date AS DATE) AS occurred, occurred_date, try_cast(recorded_date AS DATE) AS recorded, recorded_date,
        coalesce(target_communities, 'not-stated') AS communities, coalesce(strands, '') AS strands, coalesce(context, '') AS context,
        withdrawn IN ('true', 'yes', '1') AS is_withdrawn,
        coalesce(offence_group, 'not-stated') NOT IN (SELECT unnest(codes_of('offence_group'))) AS bad_offence,
        coalesce(location_type, 'not-stated') NOT IN (SELECT unnest(codes_of('location_type'))) AS bad_location,
        coalesce(reporting_source, 'not-stated') NOT IN (SELECT unnest(codes_of('reporting_source'))) AS bad_reporting,
        coalesce(outcome, 'not-stated') NOT IN (SELECT unnest(codes_of('outcome'))) AS bad_outcome,
        coalesce(record_class, '') NOT IN (SELECT unnest(codes_of('record_class'))) AS bad_class
    FROM raw LEFT JOIN area a ON a.label = coalesce(raw.area, ''))
SELECT incident_id, extract_date, record_class, area_code, occurred, communities, strands, context, is_withdrawn,
    incident_id IS NULL AS missing_identity,
    (occurred IS NULL AND occurred_date IS NOT NULL) OR (recorded IS NULL AND recorded_date IS NOT NULL) AS invalid_date,
    occurred_date IS NULL AS missing_date,
    coalesce(occurred > extract_date OR recorded > extract_date, false) AS date_after_extract,
    area_code IS NULL AS unknown_area, bad_offence, bad_location, bad_reporting, bad_outcome, bad_class
FROM typed;

-- A list is looked at once, however many rows hold it.
CREATE TEMP TABLE community_list AS
SELECT communities, NOT list_has_all(getvariable('known_communities'), string_split(communities, ';')) AS bad_community,
    list_append(list_distinct(string_split(communities, ';')), 'all') AS members
FROM (SELECT DISTINCT communities FROM typed_rows);
CREATE TEMP TABLE strand_list AS
SELECT strands, strands <> '' AND NOT list_has_all(getvariable('known_strands'), string_split(strands, ';')) AS bad_strand
FROM (SELECT DISTINCT strands FROM typed_rows);
CREATE TEMP TABLE context_list AS
SELECT context, context <> '' AND NOT list_has_all(getvariable('known_contexts'), string_split(context, ';')) AS bad_context
FROM (SELECT DISTINCT context FROM typed_rows);
CREATE TEMP VIEW checked AS
SELECT * FROM typed_rows JOIN community_list USING (communities) JOIN strand_list USING (strands) JOIN context_list USING (context);

CREATE TABLE newest AS
    SELECT incident_id, record_class, area_code, occurred, communities, is_withdrawn
    FROM checked
    WHERE NOT (missing_identity OR invalid_date OR missing_date OR date_after_extract OR unknown_area OR bad_community OR bad_strand
        OR bad_context OR bad_offence OR bad_location OR bad_reporting OR bad_outcome OR bad_class)
    QUALIFY row_number() OVER (PARTITION BY incident_id ORDER BY extract_date DESC) = 1;
CHECKPOINT;
