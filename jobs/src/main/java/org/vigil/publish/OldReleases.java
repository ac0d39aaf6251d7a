package org.vigil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.release.Audience;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseException;

/**
 * Restricted releases that were made longer ago than they are to be kept.
 *
 * <p>Whatever their age, three kinds stay: the one that {@code latest.json} names, any that the caller still needs, and those of the two newest as-of dates of each
 * set of sources, because the next run is compared with the newest, and the newest made again with the one before.
 *
 * <p>Only folders are touched that are releases through and through: called as their manifest says, with no link in them and no file that the manifest does
 * not name. A release first gets a name that readers pass over, and then goes file by file: what a killed run leaves of it is swept by the next.
 */
public final class OldReleases {
    private static final int NEWEST_DATES = 2;
    private static final String LEAVING = Staging.PREFIX + "deleted-";

    private final Path audienceFolder;
    private final List<Release> deletable;
    private final List<Kept> kept;

    private OldReleases(Path audienceFolder, List<Release> deletable, List<Kept> kept) {
        this.audienceFolder = audienceFolder;
        this.deletable = deletable;
        this.kept = kept;
    }

    /**
     * A release that should go and could not.
     *
     * @param folder its folder
     * @param reason why, as the end of a sentence
     */
    public record Kept(Path folder, String reason) {}

    /**
     * What was done.
     *
     * @param deleted releases that are gone
     * @param kept releases that should be
     */
    public record Outcome(int deleted, List<Kept> kept) {
        public Outcome {
            kept = List.copyOf(kept);
        }
    }

    /** What a release says of itself. */
    private record Release(Path folder, Manifest manifest) {
        Set<String> sources() {
            return manifest.extracts().stream()
                    .map(Manifest.ExtractEntry::sourceCode)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Looks for them and deletes nothing.
     *
     * @param releasesFolder folder that holds a folder for each audience; need not exist
     * @param madeBefore releases made earlier than this should go
     * @param needed names of releases that stay
     * @throws ReleaseException if the folder or {@code latest.json} cannot be read
     */
    public static OldReleases find(Path releasesFolder, Instant madeBefore, Set<String> needed) {
        Path audienceFolder = releasesFolder.resolve(Audience.RESTRICTED.code());
        if (!Files.isDirectory(audienceFolder)) {
            return new OldReleases(audienceFolder, List.of(), List.of());
        }
        try {
            List<Path> folders = folders(audienceFolder);
            Set<Path> old = new TreeSet<>();
            for (Path folder : folders) {
                if (madeAt(folder).isBefore(madeBefore)) {
                    old.add(folder);
                }
            }
            return old.isEmpty()
                    ? new OldReleases(audienceFolder, List.of(), List.of())
                    : judged(audienceFolder, folders, old, needed);
        } catch (IOException e) {
            throw ReleaseException.failed("look for old releases", audienceFolder, e);
        }
    }

    private static OldReleases judged(Path audienceFolder, List<Path> folders, Set<Path> old, Set<String> needed)
            throws IOException {
        List<Kept> kept = new ArrayList<>();
        List<Release> releases = new ArrayList<>();
        for (Path folder : folders) {
            Optional<Release> release = read(folder);
            release.ifPresent(releases::add);
            if (release.isEmpty() && old.contains(folder)) {
                kept.add(new Kept(folder, "its manifest is damaged or that of another release"));
            }
        }
        Set<String> staying = new HashSet<>(needed);
        LatestRelease.findIn(audienceFolder).map(LatestRelease::releaseId).ifPresent(staying::add);
        Map<Set<String>, Set<LocalDate>> newest = newestDates(releases);
        List<Release> deletable = new ArrayList<>();
        for (Release release : releases) {
            if (!old.contains(release.folder())
                    || staying.contains(release.manifest().releaseId())
                    || newest.getOrDefault(release.sources(), Set.of())
                            .contains(release.manifest().asOfDate())) {
                continue;
            }
            Optional<String> obstacle = findObstacle(release);
            obstacle.ifPresentOrElse(
                    reason -> kept.add(new Kept(release.folder(), reason)), () -> deletable.add(release));
        }
        return new OldReleases(audienceFolder, deletable, kept);
    }

    /** How many would be deleted. */
    public int count() {
        return deletable.size();
    }

    /** Deletes them, under the lock of the folder of releases; one that cannot be deleted does not keep the others from it. */
    public Outcome delete() {
        List<Kept> left = new ArrayList<>(kept);
        int deleted = 0;
        for (Release release : deletable) {
            try {
                Path leaving =
                        audienceFolder.resolve(LEAVING + release.manifest().releaseId());
                Durable.rename(release.folder(), leaving);
                Durable.deleteTree(leaving);
                deleted++;
            } catch (IOException | UncheckedIOException e) {
                left.add(new Kept(release.folder(), "the system did not let it go"));
            }
        }
        return new Outcome(deleted, left);
    }

    /** Folders with a manifest, whatever they are called; what is being built or deleted is none of them, and no link is. */
    private static List<Path> folders(Path audienceFolder) throws IOException {
        try (Stream<Path> entries = Files.list(audienceFolder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                            && !String.valueOf(entry.getFileName()).startsWith(Staging.PREFIX)
                            && Files.isRegularFile(entry.resolve(Manifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** The manifest is written last. */
    private static Instant madeAt(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(Manifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS)
                .toInstant();
    }

    private static Optional<Release> read(Path folder) {
        try {
            Manifest manifest = Manifest.readFrom(folder);
            return manifest.audience() == Audience.RESTRICTED
                            && manifest.releaseId().equals(String.valueOf(folder.getFileName()))
                    ? Optional.of(new Release(folder, manifest))
                    : Optional.empty();
        } catch (ReleaseException e) {
            return Optional.empty();
        }
    }

    private static Map<Set<String>, Set<LocalDate>> newestDates(List<Release> releases) {
        Map<Set<String>, TreeSet<LocalDate>> dates = new HashMap<>();
        for (Release release : releases) {
            dates.computeIfAbsent(release.sources(), sources -> new TreeSet<>(Comparator.reverseOrder()))
                    .add(release.manifest().asOfDate());
        }
        Map<Set<String>, Set<LocalDate>> newest = new HashMap<>();
        dates.forEach((sources, all) ->
                newest.put(sources, all.stream().limit(NEWEST_DATES).collect(Collectors.toSet())));
        return newest;
    }

    /** Why a release is not deleted: something in it is not of Vigil's making, or could not be removed. */
    private static Optional<String> findObstacle(Release release) throws IOException {
        Set<String> ofRelease = new HashSet<>(release.manifest().files().keySet());
        release.manifest().tables().forEach(table -> ofRelease.add(table.path()));
        ofRelease.add(Manifest.FILE_NAME);
        Obstacles obstacles = new Obstacles(release.folder(), ofRelease);
        Files.walkFileTree(release.folder(), obstacles);
        return obstacles.found;
    }

    /** Walks a release without following links, up to the first obstacle. */
    private static final class Obstacles extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<String> ofRelease;
        private Optional<String> found = Optional.empty();

        Obstacles(Path root, Set<String> ofRelease) {
            this.root = root;
            this.ofRelease = ofRelease;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return Files.isWritable(folder) ? FileVisitResult.CONTINUE : stop("a folder in it cannot be written");
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = root.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            return attributes.isRegularFile() && ofRelease.contains(name)
                    ? FileVisitResult.CONTINUE
                    : stop("it holds a file or link that its manifest does not name");
        }

        private FileVisitResult stop(String reason) {
            found = Optional.of(reason);
            return FileVisitResult.TERMINATE;
        }
    }
}
