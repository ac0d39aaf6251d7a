package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.MasterKey;

/**
 * No key, master or derived, in whatever encoding, stands in anything that runs write or say: store, releases, run records, logs, temporary files,
 * Spark's event logs, reports of defects, outputs, and what Java tells of the process.
 */
final class KeyTracesTest {
    private static final String DIGITS = "5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f";
    private static final String EXTRACT =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n"
                    + "A-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void runsLeaveNoTraceOfAKeyFromAFile() throws IOException, InterruptedException {
        Path key = Files.write(folder.resolve("master.key"), HexFormat.of().parseHex(DIGITS));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        String said = said(Map.of(), configuration("{file: master.key}"));

        assertTrue(said.contains("Took in london-synthetic-2025-11-03"), said);
        assertNoTrace(said, key);
    }

    @Test
    void runsLeaveNoTraceOfAKeyFromTheEnvironment() throws IOException, InterruptedException {
        String said = said(Map.of("VIGIL_MASTER_KEY", DIGITS), configuration("environment"));

        assertTrue(said.contains("Took in london-synthetic-2025-11-03"), said);
        assertTrue(said.contains("The master key comes from the environment"), said);
        assertNoTrace(said, folder.resolve("none"));
        // Another key, and one that is none, are refused without a trace of either.
        String other = "00".repeat(31) + "ff";
        String refused = said(Map.of("VIGIL_MASTER_KEY", other), configuration("environment"));
        assertTrue(refused.contains("was made under another master key of epoch 1"), refused);
        assertEquals(
                List.of(),
                traces(
                        refused.getBytes(StandardCharsets.ISO_8859_1),
                        Map.of("other key", HexFormat.of().parseHex(other))));
        String broken = said(Map.of("VIGIL_MASTER_KEY", DIGITS.substring(1)), configuration("environment"));
        assertTrue(broken.contains("it has 63 characters"), broken);
        assertTrue(!broken.contains(DIGITS.substring(1)), broken);
        assertNoTrace(broken, folder.resolve("none"));
    }

    /** The search itself finds each encoding. */
    @Test
    void wouldFindAKeyInEveryEncoding() {
        byte[] key = HexFormat.of().parseHex(DIGITS);
        for (byte[] encoded : encodings(key)) {
            byte[] text = ("before" + new String(encoded, StandardCharsets.ISO_8859_1) + "after")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(List.of("k"), traces(text, Map.of("k", key)));
        }
    }

    // ---- Searching ----

    private void assertNoTrace(String said, Path except) throws IOException {
        Map<String, byte[]> secrets = secrets();
        assertEquals(List.of(), traces(said.getBytes(StandardCharsets.ISO_8859_1), secrets), "in the output");
        int searched = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(except)) {
                    assertEquals(List.of(), traces(Files.readAllBytes(file), secrets), file.toString());
                    searched++;
                }
            }
        }
        assertTrue(searched > 50, searched + " files");
        for (String written : List.of("store/manifests", "releases/restricted", "runs", "events", "tmp")) {
            try (Stream<Path> files = Files.walk(folder.resolve(written))) {
                assertTrue(files.anyMatch(Files::isRegularFile), "nothing to search in " + written);
            }
        }
    }

    private static Map<String, byte[]> secrets() {
        MasterKey key = MasterKey.ofDigits("V", Optional.of(DIGITS));
        Map<String, byte[]> secrets = new TreeMap<>();
        secrets.put("master key", HexFormat.of().parseHex(DIGITS));
        for (String label : List.of(MasterKey.INCIDENT, MasterKey.RECORD, MasterKey.CELL, MasterKey.CHECKSUM)) {
            secrets.put(label + " key", key.derive(label, 1));
        }
        KeyedHash hash = new KeyedHash(key.derive(MasterKey.INCIDENT, 1));
        byte[] source = "london-synthetic".getBytes(StandardCharsets.UTF_8);
        hash.hash(source, 0, source.length);
        secrets.put(
                "key of the source",
                ByteBuffer.allocate(16)
                        .putLong(hash.first())
                        .putLong(hash.second())
                        .array());
        return secrets;
    }

    private static List<String> traces(byte[] content, Map<String, byte[]> secrets) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return secrets.entrySet().stream()
                .filter(secret -> encodings(secret.getValue()).stream()
                        .anyMatch(encoded -> text.contains(new String(encoded, StandardCharsets.ISO_8859_1))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<byte[]> encodings(byte[] key) {
        String hex = HexFormat.of().formatHex(key);
        List<byte[]> encodings = new ArrayList<>(List.of(key));
        for (String text : List.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                HexFormat.ofDelimiter(":").formatHex(key),
                Base64.getEncoder().withoutPadding().encodeToString(key),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key),
                Arrays.toString(key))) {
            encodings.add(text.getBytes(StandardCharsets.US_ASCII));
        }
        return encodings;
    }

    // ---- Running ----

    /** Both outputs of a process that runs what an operator runs. */
    private String said(Map<String, String> environment, Path configuration) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path events = Files.createDirectories(folder.resolve("events"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/launcher/jvm.options").toAbsolutePath(),
                "-Djava.io.tmpdir=" + temporary,
                "-Dspark.eventLog.enabled=true",
                "-Dspark.eventLog.dir=" + events.toUri(),
                "-cp",
                System.getProperty("java.class.path"),
                KeyTraces.class.getName()));
        for (List<String> one : List.of(
                List.of("doctor", "--json"),
                List.of("weekly", "--dry-run"),
                List.of("weekly", "--json"),
                List.of("doctor"))) {
            command.addAll(one);
            command.addAll(List.of("--config", configuration.toString(), "--"));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("VIGIL_MASTER_KEY");
        builder.environment().putAll(environment);
        Process run = builder.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(run.waitFor(3, TimeUnit.MINUTES), said);
        assertEquals(0, run.exitValue(), said);
        return said;
    }

    private Path configuration(String key) throws IOException {
        Files.writeString(folder.resolve("extract.csv"), EXTRACT);
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
