package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.profile.SourceProfiles;

/** The forecast at the command line; no Spark is started for it. */
final class ForecastCommandTest {
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final String ROW =
            "SECRET-%d,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatTheRunWouldGoThroughAndWritesNothing(@TempDir Path folder) throws IOException {
        write(folder, HEADER + rows(12));
        List<Path> before = tree(folder);

        assertEquals(
                0,
                vigil(
                        "weekly",
                        "--dry-run",
                        "--config",
                        folder.resolve("vigil.yaml").toString()));

        assertEquals(before, tree(folder));
        assertEquals("""
                Forecast for a first run; the store would be made at %s.
                1 extract is new.

                extract.csv (london-synthetic, 2025-11-03, delta, 1,251 bytes)
                  New; it would be london-synthetic-2025-11-03.
                  12 records (no extract before: too few to say what is usual).
                  12 accepted, 0 merged, 0 duplicate, 0 superseded, 0 outside, 0 quarantined.
                  12 added, 0 changed, 0 unchanged, 0 withdrawn.

                The run would go through.
                Nothing was written.
                """.formatted(folder.resolve("store")), out.toString());
    }

    @Test
    void saysWhyTheRunWouldBeRefusedAndWritesThePatchWhereItIsTold(@TempDir Path folder) throws IOException {
        write(folder, HEADER.replace("area", "Area name") + rows(12).replace("jewish", "Jewish"));
        Path patch = folder.resolve("profile.patch");

        assertEquals(
                1,
                vigil(
                        "weekly",
                        "--dry-run",
                        "--patch",
                        patch.toString(),
                        "--config",
                        folder.resolve("vigil.yaml").toString()));

        String text = out.toString();
        assertTrue(text.contains("Would be refused: Cannot read " + folder.resolve("extract.csv")), text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(patch)));
        String diff = Files.readString(patch);
        assertTrue(text.contains(diff), text);
        assertTrue(diff.startsWith("--- profile.yaml\n+++ profile.yaml\n"), diff);
        assertEquals(
                List.of(
                        "-version: 1",
                        "+version: 2",
                        "-    column: area",
                        "+    column: Area name",
                        "+    labels:",
                        "+      Jewish: jewish"),
                diff.lines().skip(2).filter(line -> line.matches("[+-].*")).toList());
        assertFalse((text + err).contains("SECRET"));
    }

    @Test
    void printsJsonForMachines(@TempDir Path folder) throws IOException {
        write(folder, HEADER + rows(12).replace("Camden", "Atlantis"));

        assertEquals(
                1,
                vigil(
                        "weekly",
                        "--dry-run",
                        "--json",
                        "--config",
                        folder.resolve("vigil.yaml").toString()));

        JsonNode forecast = new ObjectMapper().readTree(out.toString());
        assertFalse(forecast.get("would_run").asBoolean());
        JsonNode extract = forecast.get("extracts").get(0);
        assertEquals("new", extract.get("standing").asText());
        assertEquals(12, extract.get("quarantined").asInt());
        assertEquals(12, extract.get("records_by_rule").get("unknown-area").asInt());
        assertEquals("label", extract.get("findings").get(0).get("kind").asText());
        assertTrue(forecast.get("refusals").get(0).asText().startsWith("Stopped reading extract.csv"));
    }

    @Test
    void refusesAPatchWithoutAForecastOrOverAFile(@TempDir Path folder) throws IOException {
        write(folder, HEADER + rows(12));
        String configuration = folder.resolve("vigil.yaml").toString();
        String profile = folder.resolve("profile.yaml").toString();
        String before = Files.readString(folder.resolve("profile.yaml"));

        assertEquals(2, vigil("weekly", "--patch", profile, "--config", configuration));
        assertEquals(2, vigil("weekly", "--dry-run", "--patch", profile, "--config", configuration));

        assertEquals(before, Files.readString(folder.resolve("profile.yaml")));
        assertEquals(
                List.of(
                        "--patch needs --dry-run: only a forecast proposes changes. Add --dry-run.",
                        "Cannot write the patch to " + profile
                                + ": it exists already; expected the name of a new file. Choose another name."),
                err.toString().lines().toList());
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int id = 1; id <= count; id++) {
            rows.append(ROW.formatted(id));
        }
        return rows.toString();
    }

    private static void write(Path folder, String csv) throws IOException {
        Files.writeString(folder.resolve("extract.csv"), csv);
        Files.writeString(folder.resolve("profile.yaml"), SourceProfiles.shippedText("london-synthetic"));
        Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: profile.yaml
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: demonstration
                events: uk
                """);
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    private int vigil(String... arguments) {
        return Vigil.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
