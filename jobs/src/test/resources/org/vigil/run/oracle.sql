-- What Vigil must count, said once more in SQL over the raw text of the files.
-- Given: raw (source, ordinal, pos, one text a column), extract (source, ordinal, extract_id, extract_day),
-- source (source, identity, basis, separator, has_count).

CREATE TABLE area AS SELECT * FROM (VALUES
    ('hackney', 'E09000012'), ('e09000012', 'E09000012'), ('london borough of hackney', 'E09000012'),
    ('camden', 'E09000007'), ('tower hamlets', 'E09000030'), ('barnet', 'E09000003'),
    ('kingston', 'E09000021'), ('kingston upon thames', 'E09000021'), ('city of london', 'E09000001'),
    ('heathrow', 'london-airports'), ('borough unknown', 'unknown'), ('', 'unknown')) t(label, code);

-- The strand that a community leaves no choice about; none for Jewish and Sikh, who may carry race, religion or both.
CREATE TABLE community AS SELECT * FROM (VALUES
    ('jewish', NULL), ('sikh', NULL), ('muslim', 'religion'), ('hindu', 'religion'), ('black', 'race'),
    ('south-asian', 'race'), ('transgender', 'transgender'), ('lesbian-gay-bisexual', 'sexual-orientation'),
    ('physical-disability', 'disability'), ('not-stated', NULL)) t(code, strand);

CREATE MACRO day_of(text) AS CASE
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}') THEN try_cast(text AS DATE)
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}-[0-9]{2}') THEN try_cast(text || '-01' AS DATE) END;
CREATE MACRO is_month(text) AS regexp_full_match(text, '[0-9]{4}-[0-9]{2}');
CREATE MACRO words(text, separator) AS
    CASE WHEN text = '' THEN [] ELSE [trim(word, ' ') FOR word IN string_split(text, separator)] END;
CREATE MACRO all_in(words, codes) AS len([word FOR word IN words IF NOT list_contains(codes, word)]) = 0;
CREATE MACRO set_of(words) AS list_sort(list_distinct(words));
CREATE MACRO stated(text) AS CASE WHEN text = '' THEN 'not-stated' ELSE text END;

CREATE TABLE record AS
WITH trimmed AS (
    SELECT source, ordinal, pos,
        trim(coalesce(incident_id, ''), ' ') AS id,
        trim(coalesce(record_class, ''), ' ') AS class,
        trim(coalesce(occurred_date, ''), ' ') AS occurred_text,
        trim(coalesce(recorded_date, ''), ' ') AS recorded_text,
        lower(trim(coalesce(area, ''), ' ')) AS area_label,
        trim(coalesce(target_communities, ''), ' ') AS community_text,
        trim(coalesce(strands, ''), ' ') AS strand_text,
        stated(trim(coalesce(offence_group, ''), ' ')) AS offence,
        stated(trim(coalesce(location_type, ''), ' ')) AS location,
        trim(coalesce(context, ''), ' ') AS context_text,
        stated(trim(coalesce(reporting_source, ''), ' ')) AS reporting,
        stated(trim(coalesce(outcome, ''), ' ')) AS outcome,
        trim(coalesce(withdrawn, ''), ' ') IN ('yes', 'true', '1') AS is_withdrawn,
        trim(coalesce(queue, ''), ' ') AS queue,
        trim(coalesce(incident_count, ''), ' ') AS count_text
    FROM raw),
read AS (
    SELECT t.*, known_communities, s.identity, s.basis, s.has_count, e.extract_day,
        day_of(occurred_text) AS occurred, is_month(occurred_text) AS occurred_is_month,
        day_of(recorded_text) AS recorded, is_month(recorded_text) AS recorded_is_month,
        a.code AS area,
        words(stated(community_text), s.separator) AS community_words,
        words(strand_text, s.separator) AS strand_words,
        words(context_text, s.separator) AS context_words,
        CASE WHEN has_count THEN try_cast(count_text AS BIGINT) ELSE 1 END AS incidents
    FROM trimmed t
    JOIN source s USING (source)
    JOIN extract e USING (source, ordinal)
    LEFT JOIN area a ON a.label = t.area_label
    CROSS JOIN (SELECT list(code) AS known_communities FROM community))
SELECT *,
    queue = 'Test record' AS is_out_of_scope,
    set_of(community_words) AS communities,
    [rule FOR rule IN [
        CASE WHEN identity LIKE 'source-id%' AND id = '' THEN 'missing-identity' END,
        CASE WHEN (occurred_text <> '' AND occurred IS NULL) OR (recorded_text <> '' AND recorded IS NULL)
            THEN 'invalid-date' END,
        CASE WHEN (basis = 'occurred' AND occurred_text = '') OR (basis = 'recorded' AND recorded_text = '')
            THEN 'missing-date' END,
        CASE WHEN occurred > extract_day OR recorded > extract_day THEN 'date-after-extract' END,
        CASE WHEN class NOT IN ('crime', 'non-crime-incident', 'terrorism-related') THEN 'unknown-record-class' END,
        CASE WHEN area IS NULL THEN 'unknown-area' END,
        CASE WHEN NOT all_in(community_words, known_communities)
            THEN 'unknown-community' END,
        CASE WHEN NOT all_in(strand_words, ['race', 'religion', 'disability', 'transgender', 'sexual-orientation'])
            THEN 'unknown-strand' END,
        CASE WHEN offence NOT IN ('public-order', 'theft', 'arson', 'unknown', 'not-stated')
            THEN 'unknown-offence-group' END,
        CASE WHEN location NOT IN ('school', 'street', 'online', 'not-stated') THEN 'unknown-location-type' END,
        CASE WHEN NOT all_in(context_words, ['protest-related', 'sport-related', 'organised']) THEN 'unknown-context' END,
        CASE WHEN reporting NOT IN ('police', 'online-form', 'not-stated') THEN 'unknown-reporting-source' END,
        CASE WHEN outcome NOT IN ('under-investigation', 'charged-or-summonsed', 'not-stated') THEN 'unknown-outcome' END,
        CASE WHEN incidents IS NULL OR incidents < 0 THEN 'invalid-count' END
    ] IF rule IS NOT NULL] AS broken
FROM read;

CREATE TABLE passed AS
SELECT *,
    CASE identity WHEN 'none' THEN ordinal || ':' || pos WHEN 'natural-key' THEN id || chr(31) || class ELSE id END AS incident,
    set_of(CASE WHEN len(strand_words) > 0 THEN strand_words
        ELSE coalesce((SELECT list(strand) FROM community c
            WHERE list_contains(communities, c.code) AND strand IS NOT NULL), []) END) AS strands,
    concat_ws('|', coalesce(occurred_text, ''), coalesce(recorded_text, ''), area, class, reporting, outcome,
        is_withdrawn, incidents) AS scalars
FROM record
WHERE NOT is_out_of_scope AND len(broken) = 0;

-- A later row of one extract speaks for an earlier one, a later extract for an earlier extract. Parts of a merged incident unite under the first row.
CREATE TABLE fate AS
WITH placed AS (
    SELECT *,
        concat_ws('|', scalars, strands, communities, set_of(context_words), offence, location) AS content,
        identity = 'source-id-merged' AS is_merged,
        max(ordinal) OVER (PARTITION BY source, incident) AS newest,
        min(pos) OVER extract_incident AS first_pos,
        max(pos) OVER extract_incident AS last_pos
    FROM passed
    WINDOW extract_incident AS (PARTITION BY source, ordinal, incident)),
spoken AS (
    SELECT *,
        pos = CASE WHEN is_merged THEN first_pos ELSE last_pos END AS is_speaker,
        max(CASE WHEN pos = last_pos THEN content END) OVER (PARTITION BY source, ordinal, incident) AS last_content,
        max(CASE WHEN pos = first_pos THEN scalars END) OVER (PARTITION BY source, ordinal, incident) AS first_scalars
    FROM placed)
SELECT *,
    CASE WHEN is_speaker THEN CASE WHEN ordinal = newest THEN 'accepted' ELSE 'superseded' END
        WHEN is_merged THEN 'merged'
        WHEN content = last_content THEN 'duplicate'
        ELSE 'superseded' END AS outcome_code,
    CASE WHEN is_merged THEN scalars <> first_scalars ELSE content <> last_content END AS is_conflict
FROM spoken;

CREATE TABLE incident AS
SELECT f.* EXCLUDE (communities), p.communities
FROM fate f
JOIN (SELECT source, ordinal, incident, list_sort(list_distinct(flatten(list(communities)))) AS united
      FROM passed GROUP BY ALL) u USING (source, ordinal, incident)
CROSS JOIN LATERAL (SELECT CASE WHEN f.is_merged THEN u.united ELSE f.communities END AS communities) p
WHERE outcome_code = 'accepted' AND NOT is_withdrawn;

-- One row for each community of an incident, and one for the incident.
CREATE TABLE counted AS
SELECT *, unnest(list_append(communities, 'all')) AS community,
    CASE WHEN basis = 'occurred' THEN occurred ELSE recorded END AS series_day,
    CASE WHEN basis = 'occurred' THEN occurred_is_month ELSE recorded_is_month END AS series_is_month,
    CASE WHEN basis = 'occurred' THEN recorded ELSE occurred END AS other_day,
    CASE WHEN basis = 'occurred' THEN 'recorded' ELSE 'occurred' END AS other_basis
FROM incident;

CREATE TABLE daily_counts AS
SELECT source, basis, class, area, community, series_day AS day,
    CASE WHEN series_is_month THEN 'month' ELSE 'day' END AS precision, sum(incidents) AS n
FROM counted GROUP BY ALL HAVING n > 0;

CREATE TABLE reporting_delays AS
SELECT source, class, community, date_trunc('month', occurred) AS occurred_month, date_trunc('month', recorded) AS recorded_month,
    sum(incidents) AS n
FROM counted WHERE occurred IS NOT NULL AND recorded IS NOT NULL GROUP BY ALL HAVING n > 0;

CREATE TABLE coverage AS
SELECT source, date_trunc('month', least(greatest(min(series_day), coalesce(min(recorded), min(series_day))), max(series_day))) AS first_month, date_trunc('month', max(series_day)) AS last_month,
    count(*) FILTER (class = 'crime') > 0 AND count(*) FILTER (class = 'non-crime-incident') > 0 AS has_both
FROM counted GROUP BY source;

-- Whole area, then areas for crime and for crime with non-crime incidents; both dates.
CREATE TABLE month_counts AS
WITH dated AS (
    SELECT source, basis AS date_basis, class, area, community, date_trunc('month', series_day) AS month, incidents FROM counted
    UNION ALL
    SELECT source, other_basis, class, area, community, date_trunc('month', other_day), incidents FROM counted
    WHERE other_day IS NOT NULL),
classed AS (
    SELECT * FROM dated
    UNION ALL
    SELECT d.* REPLACE ('both' AS class) FROM dated d JOIN coverage USING (source)
    WHERE has_both AND class IN ('crime', 'non-crime-incident')),
placed AS (
    SELECT * REPLACE ('london' AS area) FROM classed
    UNION ALL
    SELECT * FROM classed WHERE class IN ('crime', 'both'))
SELECT source, date_basis, class, area, community, month, sum(incidents) AS n
FROM placed JOIN coverage USING (source)
WHERE month BETWEEN first_month AND last_month
GROUP BY ALL HAVING n > 0;

CREATE TABLE finding AS
SELECT source, ordinal, count(*) AS n FROM passed
WHERE occurred > recorded AND NOT (recorded_is_month AND date_trunc('month', occurred) = recorded)
GROUP BY ALL;

CREATE TABLE quality AS
SELECT * FROM (
    SELECT source, ordinal, t.fate AS outcome, 'all' AS rule, count(*) AS n
    FROM raw, (VALUES ('physical_rows'), ('read')) t(fate) GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, outcome_code, 'all', count(*) FROM fate GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, 'out_of_scope', rule, count(*)
    FROM record, (VALUES ('all'), ('excluded-by-profile')) t(rule) WHERE is_out_of_scope GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, 'quarantined', 'all', count(*) FROM record
    WHERE NOT is_out_of_scope AND len(broken) > 0 GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, 'quarantined', rule, count(*)
    FROM (SELECT source, ordinal, unnest(broken) AS rule FROM record WHERE NOT is_out_of_scope) GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, 'finding', 'conflicting-records', count(DISTINCT incident) FROM fate WHERE is_conflict GROUP BY ALL
    UNION ALL
    SELECT source, ordinal, 'finding', 'recorded-before-occurred', n FROM finding)
JOIN extract USING (source, ordinal);

CREATE TABLE quarantine AS
SELECT source, extract_id, pos, unnest(broken) AS rule FROM record JOIN extract USING (source, ordinal)
WHERE NOT is_out_of_scope;

-- What two sources can have recorded both: by day of occurrence where both series go by it, else by its month.
CREATE TABLE source_overlaps AS
WITH occurred_counts AS (
    SELECT source, class, area, community, date_trunc('month', occurred)::DATE AS month,
        CASE WHEN occurred_is_month THEN NULL ELSE occurred END AS day, sum(incidents) AS n
    FROM (SELECT * FROM counted UNION ALL
          SELECT c.* REPLACE ('both' AS class) FROM counted c JOIN coverage USING (source)
          WHERE has_both AND class IN ('crime', 'non-crime-incident'))
    WHERE occurred IS NOT NULL AND class <> 'terrorism-related' AND community <> 'not-stated'
    GROUP BY ALL),
covered AS (
    SELECT source, least(greatest(min(series_day), coalesce(min(recorded), min(series_day))), max(series_day)) AS first_day,
        max(series_day) AS last_day
    FROM counted GROUP BY source),
common AS (
    SELECT a.source, b.source AS other_source, greatest(x.first_day, y.first_day) AS first_day, least(x.last_day, y.last_day) AS last_day,
        a.basis = 'occurred' AND b.basis = 'occurred' AS by_day
    FROM source a JOIN source b ON a.source < b.source JOIN covered x ON x.source = a.source JOIN covered y ON y.source = b.source),
months AS (
    SELECT source, class, area, community, month, sum(n) AS n, coalesce(sum(n) FILTER (day IS NULL), 0) AS undated
    FROM occurred_counts GROUP BY ALL),
matched AS (
    SELECT a.source, b.source AS other_source, a.class, b.class AS other_class, area, community, month, sum(least(a.n, b.n)) AS pairs
    FROM occurred_counts a JOIN occurred_counts b USING (area, community, month, day) WHERE a.source < b.source GROUP BY ALL),
of_areas AS (
    SELECT a.source, b.source AS other_source, a.class, b.class AS other_class, area, community, month, by_day, a.n, b.n AS other_n,
        CASE WHEN by_day THEN least(a.n, b.n, coalesce(pairs, 0) + a.undated + b.undated) ELSE least(a.n, b.n) END AS most
    FROM months a JOIN months b USING (area, community, month)
    JOIN common c ON c.source = a.source AND c.other_source = b.source
    LEFT JOIN matched m ON m.source = a.source AND m.other_source = b.source AND m.class = a.class AND m.other_class = b.class
        AND m.area = a.area AND m.community = a.community AND m.month = a.month
    WHERE a.area <> 'unknown'),
whole AS (SELECT source, class, community, month, sum(n) AS n FROM months GROUP BY ALL),
of_whole AS (
    SELECT a.source, b.source AS other_source, a.class, b.class AS other_class, 'london' AS area, community, month, c.by_day, a.n,
        b.n AS other_n,
        coalesce((SELECT sum(most) FROM of_areas o WHERE o.source = a.source AND o.other_source = b.source AND o.class = a.class
            AND o.other_class = b.class AND o.community = a.community AND o.month = a.month), 0) AS most
    FROM whole a JOIN whole b USING (community, month) JOIN common c ON c.source = a.source AND c.other_source = b.source)
SELECT o.source, o.other_source, class, other_class, area, community, month, CASE WHEN o.by_day THEN 'day' ELSE 'month' END AS matched_on,
    n, other_n, most
FROM (SELECT * FROM of_areas UNION ALL SELECT * FROM of_whole) o JOIN common c USING (source, other_source)
WHERE n > 0 AND other_n > 0 AND month >= c.first_day AND last_day(month) <= c.last_day;
