package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.vigil.profile.SourceProfiles;

/**
 * No key, master or derived, in whatever encoding, stands in anything that runs write or say: store, releases, run records, logs, temporary files,
 * Spark's event logs, reports of defects, outputs, and what Java tells of the process.
 */
final class KeyTracesTest {
    private static final String DIGITS = "5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f";
    private static final String SECOND = "c0ffee11d00d2233445566778899aabbccddeeff00112233445566778899a1b2";
    private static final String EXTRACT =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n"
                    + "A-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** With a public release, a second key, and a move to it. */
    @Test
    void runsLeaveNoTraceOfKeysFromFiles() throws IOException, InterruptedException {
        List<Path> keys = List.of(key("master.key", DIGITS), key("second.key", SECOND));
        String first = configuration("first", "{file: master.key}").toString();
        String both = configuration("both", "{file: second.key, epoch: 2, earlier: [{epoch: 1, file: master.key}]}")
                .toString();

        String said = said(
                Map.of(),
                List.of(
                        List.of("doctor", "--json", "--config", first),
                        List.of("weekly", "--dry-run", "--config", first),
                        List.of("weekly", "--json", "--config", first),
                        List.of("store", "rekey", "--config", both),
                        List.of("weekly", "--config", both)));

        assertTrue(said.contains("Took in london-synthetic-2025-11-03"), said);
        assertTrue(said.contains("Moved london-synthetic from the key of epoch 1 to that of epoch 2"), said);
        assertTrue(said.contains("Public figures are drawn anew under the key of epoch 2 from now on"), said);
        assertFalse(said.contains("exit code 1") || said.contains("exit code 2"), said);
        assertNoTrace(said, keys, List.of("store/ledger", "open/public"));
    }

    private Path key(String name, String digits) throws IOException {
        Path key = Files.write(folder.resolve(name), HexFormat.of().parseHex(digits));
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void runsLeaveNoTraceOfAKeyFromTheEnvironment() throws IOException, InterruptedException {
        Path configuration = configuration("vigil", "environment");
        String said = said(Map.of("VIGIL_MASTER_KEY", DIGITS), configuration);

        assertTrue(said.contains("Took in london-synthetic-2025-11-03"), said);
        assertTrue(said.contains("The master key comes from the environment"), said);
        assertNoTrace(said, List.of(), List.of());
        // Another key, and one that is none, are refused without a trace of either.
        String other = "00".repeat(31) + "ff";
        List<List<String>> run = List.of(List.of("weekly", "--config", configuration.toString()));
        String refused = said(Map.of("VIGIL_MASTER_KEY", other), run);
        assertTrue(refused.contains("was made under another master key of epoch 1"), refused);
        assertEquals(
                List.of(),
                traces(
                        refused.getBytes(StandardCharsets.ISO_8859_1),
                        Map.of("other key", HexFormat.of().parseHex(other))));
        String broken = said(Map.of("VIGIL_MASTER_KEY", DIGITS.substring(1)), run);
        assertTrue(broken.contains("it has 63 characters"), broken);
        assertTrue(!broken.contains(DIGITS.substring(1)), broken);
        assertNoTrace(broken, List.of(), List.of());
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

    private void assertNoTrace(String said, List<Path> keys, List<String> more) throws IOException {
        Map<String, byte[]> secrets = secrets();
        assertEquals(List.of(), traces(said.getBytes(StandardCharsets.ISO_8859_1), secrets), "in the output");
        int searched = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!keys.contains(file)) {
                    assertEquals(List.of(), traces(Files.readAllBytes(file), secrets), file.toString());
                    searched++;
                }
            }
        }
        assertTrue(searched > 50, searched + " files");
        List<String> expected =
                new ArrayList<>(List.of("store/manifests", "releases/restricted", "runs", "events", "tmp"));
        expected.addAll(more);
        for (String written : expected) {
            try (Stream<Path> files = Files.walk(folder.resolve(written))) {
                assertTrue(files.anyMatch(Files::isRegularFile), "nothing to search in " + written);
            }
        }
    }

    private static Map<String, byte[]> secrets() {
        Map<String, byte[]> secrets = new TreeMap<>();
        Map.of(1, DIGITS, 2, SECOND).forEach((epoch, digits) -> {
            MasterKey key = MasterKey.ofDigits("V", Optional.of(digits));
            String of = " of epoch " + epoch;
            secrets.put("master key" + of, HexFormat.of().parseHex(digits));
            for (String label : List.of(MasterKey.INCIDENT, MasterKey.RECORD, MasterKey.CELL, MasterKey.CHECKSUM)) {
                secrets.put(label + " key" + of, key.derive(label, epoch));
            }
            KeyedHash hash = new KeyedHash(key.derive(MasterKey.INCIDENT, epoch));
            for (String purpose : List.of("london-synthetic", "lost ids of london-synthetic")) {
                secrets.put("key for " + purpose + of, hash.key(purpose.getBytes(StandardCharsets.UTF_8)));
            }
        });
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
        String file = configuration.toString();
        return said(
                environment,
                List.of(
                        List.of("doctor", "--json", "--config", file),
                        List.of("weekly", "--dry-run", "--config", file),
                        List.of("weekly", "--json", "--config", file),
                        List.of("doctor", "--config", file)));
    }

    private String said(Map<String, String> environment, List<List<String>> commands)
            throws IOException, InterruptedException {
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
        for (List<String> one : commands) {
            command.addAll(one);
            command.add("--");
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

    private Path configuration(String name, String key) throws IOException {
        Files.writeString(folder.resolve("extract.csv"), EXTRACT);
        Files.writeString(
                folder.resolve("profile.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("extracts: delta", "extracts: full"));
        return Files.writeString(folder.resolve(name + ".yaml"), """
                title: Test
                sources:
                  - profile: profile.yaml
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: %s
                events: uk
                public:
                  releases: open
                reports:
                  formats: [html]
                  packs: [whole-area]
                """.formatted(key));
    }
}
