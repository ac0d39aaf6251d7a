package org.vigil.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** The same job as Spark data frames, as one would write it: all cores, ANSI mode, adaptive execution as it comes. */
final class SparkSqlJob {
    private SparkSqlJob() {}

    /** Arguments: folder of the extracts, folder to write to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path input = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        SparkSession spark = SparkSession.builder()
                .appName("spark-sql")
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                // The default of 200 is made for clusters; on one machine it costs more than it brings.
                .config(
                        "spark.sql.shuffle.partitions",
                        8L * Runtime.getRuntime().availableProcessors())
                .config("spark.sql.warehouse.dir", output.resolve("warehouse").toString())
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.local.dir", output.resolve("scratch").toString())
                .getOrCreate();
        try {
            run(spark, input, output);
        } finally {
            spark.stop();
        }
    }

    private static void run(SparkSession spark, Path input, Path output) throws IOException, InterruptedException {
        Dataset<Row> areas = spark.read()
                .option("header", "true")
                .csv(input.resolve(BenchFolder.AREAS).toString())
                .select(coalesce(col("label"), lit("")).as("label"), col("code").as("area_code"));
        String[] files =
                BenchFolder.extracts(input).stream().map(Path::toString).toArray(String[]::new);
        Dataset<Row> raw = spark.read()
                .option("header", "true")
                .csv(files)
                .withColumn(
                        "extract_date",
                        regexp_extract(input_file_name(), "_(\\d{4}-\\d{2}-\\d{2})\\.csv", 1)
                                .cast("date"));
        Map<String, List<String>> codes = codes(spark, input);
        Dataset<Row> typed = raw.join(broadcast(areas), raw.col("area").equalTo(areas.col("label")), "left")
                .withColumn("occurred", expr("try_cast(occurred_date as date)"))
                .withColumn("recorded", expr("try_cast(recorded_date as date)"))
                .withColumn("communities", split(coalesce(col("target_communities"), lit("not-stated")), ";"));

        Map<String, Column> rules = new LinkedHashMap<>();
        rules.put("missing-identity", col("incident_id").isNull());
        rules.put(
                "invalid-date",
                col("occurred")
                        .isNull()
                        .and(col("occurred_date").isNotNull())
                        .or(col("recorded").isNull().and(col("recorded_date").isNotNull())));
        rules.put("missing-date", col("occurred_date").isNull());
        rules.put(
                "date-after-extract",
                coalesce(
                        col("occurred")
                                .gt(col("extract_date"))
                                .or(col("recorded").gt(col("extract_date"))),
                        lit(false)));
        rules.put("unknown-area", col("area").isNotNull().and(col("area_code").isNull()));
        rules.put("unknown-community", unknown(col("communities"), codes, "community"));
        rules.put("unknown-strand", unknown(split(col("strands"), ";"), codes, "strand"));
        rules.put("unknown-context", unknown(split(col("context"), ";"), codes, "context"));
        for (String field : List.of("offence_group", "location_type", "reporting_source", "outcome")) {
            rules.put(
                    "unknown-" + field.replace('_', '-'),
                    coalesce(col(field).isin(codesOf(codes, field).toArray()), lit(true))
                            .equalTo(false));
        }
        rules.put(
                "unknown-record-class",
                coalesce(col("record_class").isin(codesOf(codes, "record_class").toArray()), lit(false))
                        .equalTo(false));

        Observation rejects = new Observation("rejects");
        List<Column> counts = new ArrayList<>();
        rules.forEach((rule, isBroken) -> counts.add(count_if(isBroken).as(rule)));
        Column accepted =
                rules.values().stream().reduce(Column::or).orElseThrow().equalTo(false);
        Dataset<Row> newest = typed.observe(
                        rejects, counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .where(accepted)
                .select(
                        col("incident_id"),
                        col("extract_date"),
                        col("record_class"),
                        coalesce(col("area_code"), lit("unknown")).as("area_code"),
                        col("occurred"),
                        col("communities"),
                        col("withdrawn").isin("true", "yes", "1").as("is_withdrawn"))
                .withColumn(
                        "place",
                        row_number().over(Window.partitionBy("incident_id").orderBy(desc("extract_date"))))
                .where(col("place").equalTo(1));
        Dataset<Row> daily = newest.where(
                        coalesce(col("is_withdrawn"), lit(false)).equalTo(false))
                .withColumn(
                        "community_code", explode(array_union(array_distinct(col("communities")), array(lit("all")))))
                .groupBy(
                        col("record_class"),
                        col("area_code"),
                        col("community_code"),
                        col("occurred").as("period_date"))
                .count();
        String dailyPath = output.resolve("daily_counts.parquet").toString();
        daily.select(
                        lit("canonical").as("source_code"),
                        lit("occurred").as("date_basis"),
                        col("record_class"),
                        col("area_code"),
                        col("community_code"),
                        col("period_date"),
                        lit("day").as("date_precision"),
                        col("count").as("incident_count"))
                .write()
                .parquet(dailyPath);
        writeMonths(
                spark, areas, dailyPath, output.resolve("month_counts.parquet").toString());

        StringBuilder lines = new StringBuilder("rule_code,record_count\n");
        rejects.getAsJava().forEach((rule, count) -> {
            if (((Number) count).longValue() > 0) {
                lines.append(rule).append(',').append(count).append('\n');
            }
        });
        Files.writeString(output.resolve("rejects.csv"), lines);
    }

    private static void writeMonths(SparkSession spark, Dataset<Row> areas, String dailyPath, String path) {
        Dataset<Row> months = spark.read()
                .parquet(dailyPath)
                .groupBy(
                        col("record_class"),
                        col("area_code"),
                        col("community_code"),
                        expr("cast(date_trunc('month', period_date) as date)").as("month"))
                .agg(sum("incident_count").as("n"))
                .cache();
        Dataset<Row> whole = months.groupBy("record_class", "community_code", "month")
                .agg(sum("n").as("n"))
                .select(
                        col("record_class"),
                        lit("london").as("area_code"),
                        col("community_code"),
                        col("month"),
                        col("n"));
        Dataset<Row> grid = areas.select("area_code")
                .distinct()
                .crossJoin(months.select("record_class").distinct())
                .crossJoin(months.select("community_code").distinct())
                .crossJoin(months.selectExpr("explode(sequence(min(month), max(month), interval 1 month)) as month"));
        List<String> keys = List.of("record_class", "area_code", "community_code", "month");
        grid.join(months.unionByName(whole), keys.toArray(String[]::new), "left")
                .select(
                        col("record_class"),
                        col("area_code"),
                        col("community_code"),
                        col("month"),
                        coalesce(col("n"), lit(0L)).as("incident_count"))
                .write()
                .parquet(path);
    }

    private static Column unknown(Column words, Map<String, List<String>> codes, String field) {
        Column known = lit(codesOf(codes, field).toArray(String[]::new));
        return coalesce(size(array_except(words, known)).gt(0), lit(false));
    }

    private static List<String> codesOf(Map<String, List<String>> codes, String field) {
        return codes.getOrDefault(field, List.of());
    }

    private static Map<String, List<String>> codes(SparkSession spark, Path input) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        spark.read()
                .option("header", "true")
                .csv(input.resolve(BenchFolder.CODES).toString())
                .collectAsList()
                .forEach(row -> codes.computeIfAbsent(row.getString(0), f -> new ArrayList<>())
                        .add(row.getString(1)));
        return codes;
    }
}
