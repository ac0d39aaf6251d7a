package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.FileHash;

/** The same extracts and the same configuration give the same bytes, however the work is divided and wherever it runs. */
final class RepeatedRunTest {
    private static final Path SAMPLES =
            Path.of("../data-samples").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SortedMap<String, String> once;

    @BeforeAll
    static void runOnce() throws IOException {
        once = published("once", 1);
    }

    @Test
    void givesTheSameBytesInSevenPartitions() throws IOException {
        assertTrue(once.size() > 30, once.keySet().toString());
        assertEquals(once, published("seven", 7));
    }

    @Test
    void findsThatTheReleaseStandsAlready() throws IOException {
        assertEquals(once, published("once", 7));
    }

    @Test
    void givesTheSameBytesOnJava25() throws IOException, InterruptedException {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "no Java 25: set VIGIL_JAVA25_HOME to its folder");
        Path configuration = configuration("java25", 3);
        Process run = new ProcessBuilder(
                        java.get().toString(),
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.vigil.cli.Vigil",
                        "weekly",
                        "--config",
                        configuration.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(run.waitFor(3, TimeUnit.MINUTES), said);
        assertEquals(0, run.exitValue(), said);
        assertEquals(once, hashes(folder.resolve("java25/releases")));
    }

    private static SortedMap<String, String> published(String name, int partitions) throws IOException {
        Path releases = folder.resolve(name).resolve("releases");
        PublishedRun.of(configuration(name, partitions), releases);
        return hashes(releases);
    }

    /** The configuration of the samples, with another division of the work. */
    private static Path configuration(String name, int partitions) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("vigil.yaml");
        return Files.writeString(
                file,
                Files.readString(SAMPLES.resolve("vigil.yaml")).replace("path: ", "path: " + SAMPLES + "/")
                        + "\nreleases: releases\nreports: {formats: [html], packs: [whole-area]}\nspark: {partitions: "
                        + partitions
                        + ", split-mib: 1}\n");
    }

    /** Checksum by path; without the lock, and without reports and the manifest that lists them, which have tests of their own. */
    private static SortedMap<String, String> hashes(Path releases) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(releases)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = releases.relativize(file).toString();
                if (!path.endsWith(".lock") && !path.endsWith("manifest.json") && !path.contains("/reports/")) {
                    hashes.put(path, FileHash.sha256(file));
                }
            }
        }
        return hashes;
    }

    private static Optional<Path> java25() throws IOException {
        String home = System.getenv("VIGIL_JAVA25_HOME");
        if (home != null) {
            return Optional.of(Path.of(home, "bin", "java")).filter(Files::isExecutable);
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(h -> String.valueOf(h.getFileName()).contains("25"))
                    .map(h -> h.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
