-- Counts of the two releases, of periods whose last vintage was due; the policy of the public one decides what that is.
CREATE VIEW exact_counts AS SELECT * FROM '${exact}/counts.parquet';
CREATE VIEW open_counts AS SELECT * FROM '${open}/counts.parquet';
CREATE TABLE cells AS
SELECT e.period_type,
       CASE WHEN a.area_kind = 'whole-area' AND e.community_code = 'all' THEN 'whole area, all'
            WHEN a.area_kind = 'whole-area' THEN 'whole area, one community'
            WHEN e.community_code = 'all' THEN 'area, all'
            ELSE 'area, one community' END AS level,
       e.incident_count AS n,
       CASE WHEN o.incident_count_status LIKE '%[low]%' THEN 0 ELSE o.incident_count END AS shown
FROM exact_counts e
JOIN open_counts o USING (source_code, date_basis, record_class, area_code, community_code, period_type, period_start_date)
JOIN '${exact}/areas.parquet' a ON a.area_code = e.area_code
WHERE e.record_class = 'crime' AND e.period_type IN ('month', 'quarter', 'financial_year') AND NOT e.is_partial_period
  AND e.incident_count IS NOT NULL
  AND e.period_end_date < (SELECT max(period_end_date) FROM exact_counts WHERE NOT is_partial_period) - INTERVAL 53 WEEK
  AND e.period_end_date >= (SELECT min(period_start_date) FROM exact_counts) + INTERVAL 1 YEAR;
CREATE TABLE ways AS
SELECT 'public release' AS way, level, period_type, n, shown FROM cells
UNION ALL SELECT '1 to 4 left out', level, period_type, n, CASE WHEN n BETWEEN 1 AND 4 THEN NULL ELSE n END FROM cells
UNION ALL SELECT 'rounded to five', level, period_type, n, 5 * round(n / 5.0) FROM cells;
-- table Counts
SELECT level AS "Counts", period_type AS "Period", way AS "Way",
       count(*) AS "Cells",
       100.0 * sum(n) FILTER (shown IS NOT NULL) / sum(n)::DOUBLE AS "Incidents in shown cells, %",
       100.0 * count(shown) / count(*)::DOUBLE AS "Shown, %",
       100.0 * count(*) FILTER (shown IS NULL OR shown <> n) / count(*)::DOUBLE AS "Changed or hidden, %",
       avg(abs(shown - n)) AS "Mean absolute error",
       avg(abs(shown - n)) FILTER (n >= 10) AS "of 10 and more"
FROM ways GROUP BY level, period_type, way
ORDER BY list_position(['whole area, all', 'whole area, one community', 'area, all', 'area, one community'], level),
         list_position(['month', 'quarter', 'financial_year'], period_type), way;
-- table Effects of events
SELECT CASE WHEN e.community_code = 'all' THEN 'all' ELSE 'one community' END AS "Windows of the whole area",
       count(*) AS "Windows",
       sum((e.observed_count >= 10)::INT) AS "with 10 and more",
       count(o.observed_count) AS "Shown",
       avg(abs(o.observed_count - e.observed_count)) AS "Recorded, mean absolute error",
       avg(abs(o.excess - e.excess)) AS "Excess, mean absolute error",
       median(abs(o.observed_ratio - e.observed_ratio)) AS "Ratio, median absolute error",
       100.0 * avg((o.verdict_code = e.verdict_code)::INT) FILTER (o.observed_count IS NOT NULL) AS "Same verdict, %",
       avg(abs(5 * round(e.observed_count / 5.0) - e.observed_count)) FILTER (o.observed_count IS NOT NULL) AS "Recorded, rounded to five, mean absolute error"
FROM '${exact}/event_effects.parquet' e
JOIN '${open}/event_effects.parquet' o
  USING (source_code, date_basis, record_class, event_id, area_code, community_code, window_kind, window_first_unit, window_last_unit, grain)
JOIN '${exact}/areas.parquet' a ON a.area_code = e.area_code AND a.area_kind = 'whole-area'
WHERE e.observed_count IS NOT NULL
GROUP BY ALL ORDER BY 1;
