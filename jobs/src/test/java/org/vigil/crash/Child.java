package org.vigil.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of ours, with the classes and flags of this one. */
final class Child implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader words;
    private final Path errors;

    private Child(Process process, Path errors) {
        this.process = process;
        this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.errors = errors;
    }

    /** A job that stops at a step, or at none if that is empty. */
    static Child of(Case at, Job job, String lastStep, ChildClasses classes) throws IOException {
        return start(
                at,
                List.of(),
                classes,
                JobChild.class.getName(),
                job.name(),
                at.next().toString(),
                lastStep);
    }

    /** The command itself, behind the words of a wrapper that runs what follows them. */
    static Child command(Case at, Path configuration, List<String> wrapper) throws IOException {
        return start(
                at, wrapper, ChildClasses.OURS, "org.vigil.cli.Vigil", "weekly", "--config", configuration.toString());
    }

    private static Child start(
            Case at, List<String> wrapper, ChildClasses classes, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.contains("IgnoreUnrecognized"))
                .forEach(command::add);
        // Short lives: what takes long to compile or to map is never paid back.
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-Duser.timezone=UTC", "-Djava.awt.headless=true"));
        command.add("-Djava.io.tmpdir=" + at.folder().resolve("tmp"));
        command.addAll(classes.flags());
        command.addAll(List.of("-cp", classes.path(), mainClass));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(at.folder().resolve("tmp"), "said-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return new Child(builder.start(), errors);
    }

    /** Waits for a word of the child; what it says before goes to {@code heard}. False if it has ended without saying it. */
    boolean hear(String word, List<String> heard) throws IOException {
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            heard.add(line);
            if (line.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** SIGKILL; returns once the process is gone, with whatever it said before that was not heard yet. */
    List<String> kill() throws IOException, InterruptedException {
        // Through the handle: destroying the process would close the stream with its last words.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return words.lines().toList();
    }

    /** Waits for the end; returns the exit code. */
    int exitCode() throws IOException, InterruptedException {
        words.lines().forEach(line -> {});
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The run does not end: " + errors());
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What it said on its error stream. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
