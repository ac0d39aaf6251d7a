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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.LatestRelease;
import org.vigil.run.SharedWorkers;

final class DoctorCommandTest {
    private static final String EXTRACT =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n"
                    + "A-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";

    @Test
    void findsNothingWrongBeforeAndAfterAGoodRunAndLeavesNothing(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "demonstration");
        Files.writeString(folder.resolve("extract.csv"), EXTRACT);
        assertEquals(List.of(), worse(doctor(0, configuration)));
        assertEquals(List.of("extract.csv", "vigil.yaml"), names(folder));

        SharedWorkers.get();
        assertEquals(0, run(new StringWriter(), "weekly", "--config", configuration.toString()));

        List<String> lines = doctor(0, configuration);
        assertEquals(List.of(), worse(lines));
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches("ok    Last run        weekly of .* exit code 0 after .*")),
                lines::toString);
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches(
                                "ok    Latest release  2025-11-03_[0-9a-f]{12}, as of 2025-11-03, intact")),
                lines::toString);

        spoilLatest(folder);
        assertEquals(
                List.of("fail  Latest release"),
                worse(doctor(3, configuration)).stream()
                        .map(line -> line.substring(0, "fail  Latest release".length()))
                        .toList());
    }

    @Test
    void aMissingExtractIsInputOrOutput(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "demonstration");
        assertEquals(
                List.of("fail  Extract         " + folder.resolve("extract.csv")
                        + " does not exist; expected a file of the source london-synthetic. Check the path in the"
                        + " configuration, or deliver the file again."),
                worse(doctor(3, configuration)));
    }

    @Test
    void aMissingKeyIsAMistakeOfTheConfigurationAndTheMachineIsLookedAtAllTheSame(@TempDir Path folder)
            throws IOException {
        Path configuration = configuration(folder, "{file: missing.key}");
        List<String> lines = doctor(2, configuration);
        assertEquals(
                List.of("fail  Configuration   " + configuration
                        + ", line 7: the key file \"missing.key\" does not exist. Make it with vigil doctor --init, or"
                        + " restore it from its backup."),
                worse(lines));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("ok    Java ")), lines::toString);
    }

    @Test
    void tellsMachinesTheSame(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "demonstration");
        StringWriter out = new StringWriter();
        int code = run(out, "doctor", "--json", "--config", configuration.toString());
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(code, json.get("exit_code").asInt());
        List<String> failed = json.get("checks").findParents("state").stream()
                .filter(check -> check.get("state").asText().equals("fail"))
                .map(check -> check.get("check").asText())
                .toList();
        assertEquals(List.of("Extract"), failed);
    }

    private static void spoilLatest(Path folder) throws IOException {
        Path audience = folder.resolve("releases/restricted");
        Path csv =
                audience.resolve(LatestRelease.readFrom(audience).releaseId()).resolve("csv/counts.csv");
        assertTrue(Files.exists(csv));
        Files.writeString(csv, Files.readString(csv) + "\n");
    }

    private static List<String> worse(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("ok  ")).toList();
    }

    private static List<String> doctor(int expectedCode, Path configuration) {
        StringWriter out = new StringWriter();
        assertEquals(expectedCode, run(out, "doctor", "--config", configuration.toString()), out::toString);
        assertFalse(out.toString().isEmpty());
        return out.toString().lines().toList();
    }

    private static int run(StringWriter out, String... arguments) {
        return Vigil.run(new PrintWriter(out, true), new PrintWriter(new StringWriter()), arguments);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static Path configuration(Path folder, String key) throws IOException {
        return Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: %s
                events: uk
                reports:
                  formats: [html]
                """.formatted(key));
    }
}
