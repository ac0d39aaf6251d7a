package org.vigil.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which process this is, and whether one still runs. Linux is asked by its own means: Java's start times move when the clock is set. */
final class RunningProcess {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NUMBERING = Path.of("/proc/self/ns/pid");

    /** Of the words after the name of the command: state, and ticks from boot to start. */
    private static final int STATE = 0;

    private static final int START = 19;

    private RunningProcess() {}

    static String host() {
        try {
            return Files.isReadable(HOST)
                    ? Files.readString(HOST).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * Processes of which this is the same have distinct numbers and see one another: host, this start of it, and the container if there is one. Many
     * machines have the same name, and a container has its own numbers.
     */
    static String machine() {
        try {
            return Files.isReadable(BOOT)
                    ? host() + ' ' + Files.readString(BOOT).strip() + ' ' + Files.readSymbolicLink(NUMBERING)
                    : host();
        } catch (IOException e) {
            return host();
        }
    }

    /** When the process of that number began, as this machine counts it; empty if none runs. One that ended and waits to be noticed does not run. */
    static String startOf(long process) {
        if (!Files.isReadable(BOOT)) {
            return ProcessHandle.of(process)
                    .flatMap(running -> running.info().startInstant())
                    .map(Object::toString)
                    .orElse("");
        }
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return words[STATE].equals("Z") || words[STATE].equals("X") ? "" : words[START];
        } catch (IOException e) {
            return "";
        }
    }
}
