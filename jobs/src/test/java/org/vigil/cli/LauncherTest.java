package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder with a space in its name, beside a Java and a Maven that only say what they were asked. */
final class LauncherTest {
    private static final String KEYED = "title: t\nkey:\n  file: a.key\n";

    private final Path project;
    private final Path jdk;
    private final Path tools;
    private final Map<String, String> environment = new TreeMap<>();

    LauncherTest(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        project = Files.createDirectories(folder.resolve("a clone"));
        jdk = Files.createDirectories(folder.resolve("jdk"));
        tools = Files.createDirectories(folder.resolve("tools"));
        script(project.resolve("vigil"), Files.readString(Path.of("../vigil")));
        for (String file :
                List.of("pom.xml", "jobs/pom.xml", "reports/pom.xml", "jobs/src/main/launcher/jvm.options")) {
            write(project.resolve(file), "");
        }
        Files.createDirectories(project.resolve("reports/src/main"));
        script(jdk.resolve("bin/java"), "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done\n");
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        javaIs("17.0.1");
        mavenIs("3.9.0", """
                mkdir -p "$3/jobs/target/lib"
                : >"$3/jobs/target/vigil-jobs-1.jar"
                : >"$3/jobs/target/lib/vigil-reports-1.jar"
                """);
    }

    @Test
    void buildsAtTheFirstStartAndRunsTheJar() throws Exception {
        Ended ended = start("events", "uk");

        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.err().startsWith("First start: building Vigil"), ended.err());
        assertTrue(ended.err().contains("s  Vigil reports (2 of 3)"), ended.err());
        List<String> asked = ended.out().lines().toList();
        assertEquals(
                List.of("-jar", project.toRealPath() + "/jobs/target/vigil-jobs-1.jar", "events", "uk"),
                asked.subList(asked.size() - 4, asked.size()));
        assertTrue(asked.contains("-Dvigil.home=" + project.toRealPath()), ended.out());
        assertTrue(asked.contains("@" + project.toRealPath() + "/jobs/src/main/launcher/jvm.options"), ended.out());
    }

    @Test
    void buildsNothingAtTheSecondStart() throws Exception {
        start("events");

        assertEquals("", start("events").err());
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        start("events");
        touchLater(project.resolve("jobs/pom.xml"));

        Ended ended = start("events");

        assertTrue(ended.err().startsWith("The sources have changed; building Vigil again."), ended.err());
    }

    @Test
    void doesNotBuildWhereAKeyIsConfigured() throws Exception {
        Path configuration = write(project.resolve("own.yaml"), KEYED);

        Ended ended = start("weekly", "--config", configuration.toString());

        assertEquals(ExitCode.USAGE, ended.code());
        assertEquals(
                "Vigil is not built, and is not built by itself where a key is configured (" + configuration
                        + "). Build it first: " + project.toRealPath() + "/vigil build\n",
                ended.err());
        assertFalse(Files.exists(project.resolve("jobs/target")));
    }

    @Test
    void seesAKeyHoweverItIsWritten() throws Exception {
        for (String text : List.of(
                "{title: t, \"key\": {file: a.key}}\n",
                "'key' :\n  file: a.key\n",
                "key: other # demonstration\n",
                "key: demonstration-not\n")) {
            Path configuration = write(project.resolve("own.yaml"), text);

            assertEquals(
                    ExitCode.USAGE, start("weekly", "--config=" + configuration).code(), text);
        }
        assertEquals(ExitCode.USAGE, start("weekly", "@arguments").code());
    }

    @Test
    void buildsUnderTheDemonstrationKeyAndWithoutAKey() throws Exception {
        for (String text : List.of("title: t\nkey: demonstration\n", "# key: own\ntitle: t\n")) {
            Path configuration = write(project.resolve("own.yaml"), text);
            touchLater(project.resolve("pom.xml"));

            Ended ended = start("validate", "--config", configuration.toString());

            assertEquals(0, ended.code(), text + ended.err());
            assertTrue(ended.err().contains("building Vigil"), text + ended.err());
        }
    }

    @Test
    void runsAnOldBuildUnderAKeyAndSaysSo() throws Exception {
        start("build");
        touchLater(project.resolve("pom.xml"));
        Path configuration = write(project.resolve("own.yaml"), KEYED);

        Ended ended = start("validate", "--config", configuration.toString());

        assertEquals(0, ended.code());
        assertEquals(
                "The sources are newer than the build, which is run as it is, because a key is configured ("
                        + configuration + "). To build: " + project.toRealPath() + "/vigil build\n",
                ended.err());
    }

    @Test
    void saysWhichJavaIsTooOld() throws Exception {
        javaIs("11.0.2");

        Ended ended = start("weekly");

        assertEquals(ExitCode.USAGE, ended.code());
        assertEquals(
                "Vigil could not start: " + jdk + "/bin/java is Java 11; expected 17 or newer. Install a newer JDK,"
                        + " for example openjdk-17-jdk-headless, or set JAVA_HOME.\n",
                ended.err());
    }

    @Test
    void saysWhichMavenIsTooOld() throws Exception {
        mavenIs("3.8.6", "exit 1\n");

        Ended ended = start("weekly");

        assertEquals(ExitCode.USAGE, ended.code());
        assertEquals(
                "Vigil could not be built: " + tools
                        + "/mvn is Maven 3.8.6; expected 3.8.7 or newer. Install a newer Maven.\n",
                ended.err());
    }

    @Test
    void saysWhyABuildFailedAndWhereItsOutputIs() throws Exception {
        mavenIs("3.9.0", "echo '[ERROR] no route to the repository'\nexit 1\n");

        Ended ended = start("weekly");

        assertEquals(ExitCode.INPUT_OUTPUT, ended.code());
        assertTrue(
                ended.err()
                        .endsWith("[ERROR] no route to the repository\nVigil could not be built: Maven failed."
                                + " Its output is in " + project.toRealPath() + "/jobs/target/build.log\n"),
                ended.err());
        assertFalse(Files.exists(project.resolve("jobs/target/build.lock")));
    }

    @Test
    void keepsAKeyInTheEnvironmentFromTheBuildAndHandsItToTheRun() throws Exception {
        mavenIs("3.9.0", """
                echo "key ${VIGIL_MASTER_KEY:-none}" >"$3/seen"
                mkdir -p "$3/jobs/target/lib"
                : >"$3/jobs/target/vigil-jobs-1.jar"
                : >"$3/jobs/target/lib/vigil-reports-1.jar"
                """);
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho \"key ${VIGIL_MASTER_KEY:-none}\"\n");
        environment.put("VIGIL_MASTER_KEY", "0f".repeat(32));

        Ended ended = start("events");

        assertEquals("key none\n", Files.readString(project.resolve("seen")));
        assertTrue(ended.out().contains("key " + "0f".repeat(32)), ended.out());
    }

    @Test
    void keepsClassDataOfTheFirstWholeRunAndUsesThemInTheNext() throws Exception {
        script(
                jdk.resolve("bin/java"),
                "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; case $a in"
                        + " -XX:ArchiveClassesAtExit=*) : >\"${a#*=}\" ;; esac; done\n");
        start("build");

        assertFalse(start("events").out().contains("-XX:ArchiveClassesAtExit"));
        assertTrue(start("weekly").out().contains("-XX:ArchiveClassesAtExit"));
        assertTrue(start("events").out().contains("-XX:SharedArchiveFile"));
        javaIs("17.0.2");
        assertFalse(start("events").out().contains("-XX:SharedArchiveFile"));
    }

    @Test
    void handsOnTheExitCodeOfARunThatKeepsClassData() throws Exception {
        start("build");
        script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 4\n");

        assertEquals(ExitCode.LOCKED, start("weekly").code());
    }

    /** How a start ended. */
    private record Ended(int code, String out, String err) {}

    private Ended start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(project.resolve("vigil").toString()));
        command.addAll(List.of(arguments));
        Path out = tools.resolve("out");
        Path err = tools.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(tools.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().remove("VIGIL_JAVA_OPTS");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private void javaIs(String version) throws IOException {
        write(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    /** Called as {@code mvn -v} or {@code mvn -B -f PROJECT/pom.xml …}; the body finds the project in {@code $3}. */
    private void mavenIs(String version, String body) throws IOException {
        script(
                tools.resolve("mvn"),
                "#!/bin/sh\n[ \"$1\" = -v ] && { echo 'Apache Maven " + version + " (x)'; exit 0; }\n"
                        + "echo '[INFO] Building Vigil reports 0.1.0-SNAPSHOT      [2/3]'\nsleep 1\n"
                        + "set -- 1 2 \"${3%/pom.xml}\"\n" + body);
    }

    private static void touchLater(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.writeString(file, text);
    }
}
