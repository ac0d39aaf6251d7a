package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameBytesTest {

    @Test
    void writesTheSameBytesAgainInTheSameProcess(@TempDir Path first, @TempDir Path second) throws Exception {
        WriteMadeUpReports.main(new String[] {first.toString()});
        WriteMadeUpReports.main(new String[] {second.toString()});

        assertEquals(checksums(first), checksums(second));
    }

    @Test
    void writesTheSameBytesInAnotherProcess(@TempDir Path here, @TempDir Path there) throws Exception {
        WriteMadeUpReports.main(new String[] {here.toString()});
        runWith(Path.of(System.getProperty("java.home")), there);

        assertEquals(checksums(here), checksums(there));
    }

    @Test
    void writesTheSameBytesOnJava25(@TempDir Path here, @TempDir Path there) throws Exception {
        Optional<Path> java25 = java25();
        assumeTrue(java25.isPresent(), "No Java 25 in VIGIL_JAVA25_HOME or /usr/lib/jvm: not compared");

        WriteMadeUpReports.main(new String[] {here.toString()});
        runWith(java25.orElseThrow(), there);

        assertEquals(checksums(here), checksums(there));
    }

    private static void runWith(Path javaHome, Path folder) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        File log = folder.resolve("process.log").toFile();
        Process process = new ProcessBuilder(
                        javaHome.resolve("bin/java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.timezone=America/New_York",
                        "-Duser.language=de",
                        "-cp",
                        classPath,
                        "org.vigil.report.document.WriteMadeUpReports",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        boolean isOver = process.waitFor(3, TimeUnit.MINUTES);
        if (!isOver) {
            process.destroyForcibly();
        }
        assertEquals(0, isOver ? process.exitValue() : -1, Files.readString(log.toPath()));
        Files.delete(log.toPath());
    }

    private static Map<String, String> checksums(Path folder) throws IOException {
        TreeMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> java25() throws IOException {
        String home = System.getenv("VIGIL_JAVA25_HOME");
        if (home != null) {
            return Optional.of(Path.of(home));
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.sorted().filter(SameBytesTest::isJava25).findFirst();
        }
    }

    private static boolean isJava25(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return false;
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(release)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(properties
                        .getProperty("JAVA_VERSION", "")
                        .replace("\"", "")
                        .split("[.+-]"))
                .get(0)
                .equals("25");
    }
}
