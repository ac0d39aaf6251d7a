package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

    // ---- Making a key ----

    @Test
    void makesAKeyInTheFileNamedAndNeverAgain(@TempDir Path folder) throws IOException {
        Path key = folder.resolve("keys/master.key");
        String made = "Made a master key in " + key
                + ". Keep a copy of this file in a safe place, apart from the store. Without the key no later extract can be"
                + " matched with the store, and it cannot be made again.";

        assertEquals(List.of(made), told(0, "doctor", "--init", key.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        byte[] bytes = Files.readAllBytes(key);
        assertEquals(
                List.of("The key file " + key
                        + " cannot be made: it exists already. It is never replaced; use it or name another."),
                told(2, "doctor", "--init", key.toString()));
        assertArrayEquals(bytes, Files.readAllBytes(key));
    }

    @Test
    void makesTheNewestKeyThatTheConfigurationNames(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "{file: new.key, epoch: 2, earlier: [{epoch: 1, file: old.key}]}");

        List<String> made = told(0, "doctor", "--init", "--config", configuration.toString());

        assertTrue(made.get(0).startsWith("Made a master key in " + folder.resolve("new.key") + ". "), made::toString);
        assertEquals(32, Files.size(folder.resolve("new.key")));
        assertFalse(Files.exists(folder.resolve("old.key")));
    }

    @Test
    void saysHowACredentialIsMadeAndMakesNothing(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "{credential: hate-crime}");

        assertEquals(
                List.of(
                        "Nothing was made: a credential is made by systemd, from a key file.",
                        "1. Make the file on a medium that stays apart from this machine: vigil doctor --init FILE",
                        "2. Encrypt it for this machine: systemd-creds encrypt --name=hate-crime FILE"
                                + " /etc/credstore.encrypted/hate-crime",
                        "3. Write in the [Service] part of the unit: LoadCredentialEncrypted=hate-crime",
                        "Keep FILE as the copy: what is encrypted here can be opened on no other machine. Without the key no"
                                + " later extract can be matched with the store, and it cannot be made again."),
                told(0, "doctor", "--init", "--config", configuration.toString()));
        assertEquals(List.of("vigil.yaml"), names(folder));
    }

    @Test
    void saysHowTheVariableIsSetAndMakesNothing(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "environment");

        List<String> told = told(0, "doctor", "--init", "--config", configuration.toString());

        assertEquals(
                "2. Set VIGIL_MASTER_KEY for this one process: VIGIL_MASTER_KEY=$(od -An -v -tx1 FILE | tr -d ' \\n') vigil"
                        + " weekly",
                told.get(2));
        assertEquals(List.of("vigil.yaml"), names(folder));
    }

    @Test
    void saysWhenThereIsNoPlaceForAKey(@TempDir Path folder) throws IOException {
        assertEquals(
                List.of(
                        "No key was made: the configuration names no place for one; expected key: with file:, credential: or"
                                + " environment:. Name one there, or a file after --init."),
                told(
                        2,
                        "doctor",
                        "--init",
                        "--config",
                        configuration(folder, "demonstration").toString()));
    }

    @Test
    void refusesAKeyAfterInitAndDoesNotRepeatIt() {
        assertEquals(
                List.of(
                        "No key was made: what stands after --init looks like a key itself and is not repeated here; expected"
                                + " the path of a new file. A key that stood in a command line can have been read by others: use it"
                                + " no more."),
                told(2, "doctor", "--init", "5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f"));
    }

    /** Lines of both outputs. */
    private static List<String> told(int expectedCode, String... arguments) {
        StringWriter told = new StringWriter();
        assertEquals(
                expectedCode,
                Vigil.run(new PrintWriter(told, true), new PrintWriter(told, true), arguments),
                told::toString);
        return told.toString().lines().toList();
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
                  packs: [whole-area]
                """.formatted(key));
    }
}
