-- The months from a store's layers: of each incident the row of the newest extract, whose id ends with its date.
CREATE TABLE area AS SELECT DISTINCT code FROM read_csv('CODES/areas.csv') UNION VALUES ('unknown');

CREATE TEMP TABLE newest AS
    SELECT record_class, area_code, occurred_date AS occurred, target_communities AS communities, withdrawn
    FROM read_parquet('STORE/layers/*/*.parquet')
    QUALIFY row_number() OVER (PARTITION BY incident_key ORDER BY extract_id DESC) = 1;
CREATE TEMP TABLE monthly AS
SELECT record_class, area_code, community_code, month, sum(n)::BIGINT AS incident_count
FROM (SELECT record_class, area_code, date_trunc('month', occurred) AS month, communities, count(*) AS n
    FROM newest WHERE NOT withdrawn AND occurred IS NOT NULL GROUP BY ALL)
JOIN (SELECT DISTINCT communities, unnest(list_append(list_distinct(string_split(communities, ';')), 'all')) AS community_code
    FROM (SELECT DISTINCT communities FROM newest)) USING (communities)
GROUP BY ALL;

COPY (
    WITH summed AS (
        SELECT record_class, area_code, community_code, month, incident_count AS n FROM monthly
        UNION ALL
        SELECT record_class, 'london', community_code, month, sum(incident_count) FROM monthly GROUP BY ALL)
    SELECT record_class, area_code, community_code, month::DATE AS month, coalesce(n, 0)::BIGINT AS incident_count
    FROM (SELECT DISTINCT code AS area_code FROM area) a
    CROSS JOIN (SELECT DISTINCT record_class FROM monthly) c
    CROSS JOIN (SELECT DISTINCT community_code FROM monthly) m
    CROSS JOIN (SELECT unnest(range(min(month), max(month) + INTERVAL 1 DAY, INTERVAL 1 MONTH)) AS month FROM monthly) t
    LEFT JOIN summed USING (record_class, area_code, community_code, month)) TO 'OUT/month_counts.parquet' (FORMAT parquet, COMPRESSION zstd);
