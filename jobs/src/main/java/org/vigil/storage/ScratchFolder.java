package org.vigil.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for temporary files of this process, in the machine's folder for such. Closing removes it; what a killed process leaves, a later run sweeps.
 *
 * <p>Its name says whose it is, so that there is no moment at which it stands without its owner:
 *
 * <pre>
 * vigil-MACHINE-PROCESS-START-random    machine and start of the process as digests, the number of the process as it is
 * </pre>
 */
public final class ScratchFolder implements AutoCloseable {
    private static final int DIGEST_BYTES = 6;
    private static final Pattern NAME = Pattern.compile("vigil-([0-9a-f]{12})-([0-9]{1,18})-([0-9a-f]{12})-[0-9]+");

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /**
     * A new empty folder, for its owner only.
     *
     * @throws UncheckedIOException if there is no room or no right for it
     */
    public static ScratchFolder make() {
        return makeIn(temporary());
    }

    static ScratchFolder makeIn(Path temporary) {
        long process = ProcessHandle.current().pid();
        try {
            return new ScratchFolder(
                    Files.createTempDirectory(temporary, prefix(process, RunningProcess.startOf(process))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for temporary files", e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Removes it with everything in it, as far as the system lets us; the rest is swept by a run after this process. */
    @Override
    public void close() {
        try {
            remove(path);
        } catch (IOException e) {
            // No work is lost with it, so that a run that went well does not fail here.
        }
    }

    /**
     * Removes the folders of this account's processes that were killed on this machine, since it was started. Folders of processes that run, of
     * other accounts, machines and containers, and whatever else has another name are left alone; links are never followed.
     *
     * @return how many folders are gone
     */
    public static int sweepAbandoned() {
        return sweepAbandoned(temporary());
    }

    /** As {@link #sweepAbandoned()}, in a folder for temporary files that is not this process's own. */
    public static int sweepAbandoned(Path temporary) {
        List<Path> candidates;
        try (Stream<Path> all = Files.list(temporary)) {
            candidates = all.filter(ScratchFolder::isAbandoned).toList();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
        if (candidates.isEmpty()) {
            return 0;
        }
        int gone = 0;
        try (ScratchFolder own = makeIn(temporary)) {
            UserPrincipal account = Files.getOwner(own.path, LinkOption.NOFOLLOW_LINKS);
            for (Path candidate : candidates) {
                gone += isRemoved(candidate, account) ? 1 : 0;
            }
        } catch (IOException | UncheckedIOException e) {
            // What could not be removed now is there for the next run.
        }
        return gone;
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && name.group(1).equals(digest(RunningProcess.machine()))
                && !name.group(3).equals(digest(RunningProcess.startOf(Long.parseLong(name.group(2)))))
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** Processes of another account may be invisible, and its folders are not ours. */
    private static boolean isRemoved(Path folder, UserPrincipal account) {
        try {
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(account)) {
                return false;
            }
            remove(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Another run may be removing the same. */
    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The name of a folder of a process, up to what makes it its only one. */
    static String prefix(long process, String start) {
        return String.format(Locale.ROOT, "vigil-%s-%d-%s-", digest(RunningProcess.machine()), process, digest(start));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
