package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.spark.Workers;

/** A full disk, a file that may not grow, a folder that cannot be written: exit code 3, a sentence, and what stood stands. */
final class NoRoomTest {
    private static final int INPUT_OUTPUT = 3;
    private static final int KIB = 1024;

    /** Its arguments: a folder, the size of the disk in KiB, how it is mounted at last, and the command, which finds the folder on the disk. */
    private static final String ON_A_SMALL_DISK = """
            set -e
            at=$1 size=$2 rights=$3
            shift 3
            mount -t tmpfs -o "size=${size}k" tmpfs "$at/disk"
            tar -C "$at" --exclude=./disk --exclude=./tmp -cf - . | tar -C "$at/disk" -xf -
            mount -o "remount,$rights" "$at/disk"
            code=0
            "$@" || code=$?
            mkdir "$at/left"
            tar -C "$at/disk" -cf - . | tar -C "$at/left" -xf -
            exit $code
            """;

    @SuppressWarnings("NullAway.Init")
    private static Workers workers;

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Case before;

    @SuppressWarnings("NullAway.Init")
    private static Aftermath aftermath;

    private static int copies;

    @BeforeAll
    static void prepare(@TempDir Path made) throws IOException {
        folder = made;
        workers = Workers.start(Files.createDirectories(folder.resolve("workers")));
        before = Case.prepare(Files.createDirectories(folder.resolve("before")));
        Case undisturbed = copy();
        undisturbed.run();
        aftermath = Aftermath.of(before, undisturbed);
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    /** Full before the lock is taken, between layers, and while the release is being written. */
    @ParameterizedTest
    @ValueSource(ints = {0, 40, 300, 2_500})
    void saysThatTheDiskIsFull(int roomKib) throws IOException, InterruptedException {
        Case at = copy();
        Case left = runOnDisk(at, usedKib(at) + roomKib, "rw", "the disk is full");
        aftermath.requireUnharmed(left);
        aftermath.requireSameWhenRunAgain(left);
    }

    @Test
    void saysThatTheFileSystemIsReadOnly() throws IOException, InterruptedException {
        Case at = copy();
        Case left = runOnDisk(at, usedKib(at) + 10_000, "ro", "read-only");
        aftermath.requireUntouched(left);
        aftermath.requireSameWhenRunAgain(left);
    }

    /** In blocks of 512 bytes: less than a layer needs, and less than a table of the release does. */
    @ParameterizedTest
    @ValueSource(ints = {4, 64})
    void saysThatAFileMayNotGrow(int blocks) throws IOException, InterruptedException {
        Case at = copy();
        requireRefusal(
                at, at.next(), List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"), "the disk is full");
        aftermath.requireUnharmed(at);
        aftermath.requireSameWhenRunAgain(at);
    }

    @Test
    void takesNothingInWhereNoReleaseCanBePut() throws IOException, InterruptedException {
        Case at = copy();
        Path configuration = at.folder().resolve("elsewhere.yaml");
        Path file = Files.createFile(at.folder().resolve("a-file"));
        Files.writeString(
                configuration, Files.readString(at.next()).replace("releases: releases", "releases: a-file/releases"));
        requireRefusal(at, configuration, List.of(), file.toString());
        aftermath.requireUntouched(at);
    }

    @Test
    void saysThatAFileStandsWhereTheStoreShouldBe() throws IOException, InterruptedException {
        Case at = copy();
        Path configuration = at.folder().resolve("elsewhere.yaml");
        Path file = Files.createFile(at.folder().resolve("a-file"));
        Files.writeString(configuration, Files.readString(at.next()).replace("store: store", "store: a-file"));
        requireRefusal(at, configuration, List.of(), "a file stands where a folder is needed");
        assertEquals(0, Files.size(file));
        aftermath.requireUntouched(at);
    }

    private static synchronized Case copy() throws IOException {
        return before.copyTo(folder.resolve("case-" + ++copies));
    }

    /** Runs the command in a copy of the case on a disk of its own; returns what was on it afterwards. */
    private static Case runOnDisk(Case at, int sizeKib, String rights, String expected)
            throws IOException, InterruptedException {
        assumeTrue(mayMount(), "this account may not mount a small disk in a name space of its own (unshare)");
        Path disk = Files.createDirectory(at.folder().resolve("disk"));
        requireRefusal(
                at,
                disk.resolve(at.next().getFileName()),
                List.of(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        ON_A_SMALL_DISK,
                        "sh",
                        at.folder().toString(),
                        Integer.toString(sizeKib),
                        rights),
                expected);
        return new Case(at.folder().resolve("left"));
    }

    private static void requireRefusal(Case at, Path configuration, List<String> wrapper, String expected)
            throws IOException, InterruptedException {
        try (Child child = Child.command(at, configuration, wrapper)) {
            int exitCode = child.exitCode();
            String said = child.errors();
            assertEquals(INPUT_OUTPUT, exitCode, said);
            assertTrue(said.contains(expected), said);
            assertTrue(!said.contains("\tat ") && !said.contains("Exception"), said);
        }
    }

    private static boolean mayMount() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(
                                    "unshare",
                                    "--map-root-user",
                                    "--mount",
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "tmpfs",
                                    folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the files take in a file system of pages of 4 KiB, folders included. */
    private static int usedKib(Case at) throws IOException {
        int pages = 0;
        try (Stream<Path> files = Files.walk(at.folder())) {
            for (Path file : files.toList()) {
                pages += Files.isRegularFile(file) ? Math.toIntExact((Files.size(file) + 4 * KIB - 1) / (4 * KIB)) : 0;
            }
        }
        return pages * 4;
    }
}
