package org.vigil.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.release.Audience;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseReader;

/**
 * The release that a run is compared with: the newest one with an earlier as-of date and the same sources.
 *
 * <p>A release of the very same as-of date is no predecessor, so that a run made again compares with what it compared with before. Among several
 * of one date the one that {@code latest.json} names is taken, since it was published last; where that names another date, the one whose name
 * comes last. To make an old week again, when the week before it has been published more than once, may therefore compare with another
 * of these than at first.
 */
public final class PredecessorRelease {
    private static final Pattern RELEASE_NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_[0-9a-f]+");

    private PredecessorRelease() {}

    /** A folder that is called as a release is. */
    private record Candidate(Path folder, String name, LocalDate asOf) {}

    /**
     * Looks for the release before. Folders without a manifest are no releases and are passed over; what stands further back than the release
     * found is not opened.
     *
     * @param releasesFolder folder that holds a folder for each audience; need not exist
     * @param audience for whom the run is published
     * @param asOf as-of date of the run
     * @param sourceCodes codes of the run's sources
     * @throws ReleaseException if the folder cannot be listed, or the manifest of a release that may be the one cannot be read
     */
    public static Optional<ReleaseReader> find(
            Path releasesFolder, Audience audience, LocalDate asOf, Set<String> sourceCodes) {
        Path folder = releasesFolder.resolve(audience.code());
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        for (Candidate candidate : candidates(folder, asOf)) {
            ReleaseReader release = open(candidate.folder());
            if (sources(release.manifest()).equals(sourceCodes)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    /** Says that the release before cannot be used, why, and what to do. */
    static ReleaseException unusable(Path folder, ReleaseException cause) {
        return new ReleaseException(
                "Could not compare with the release before (" + folder + "), so that nothing could be"
                        + " marked as revised. " + cause.getMessage()
                        + " Or move that folder out of the folder of releases, and run"
                        + " again: the run is then compared with the release before that one.");
    }

    /** Newest first. */
    private static List<Candidate> candidates(Path audienceFolder, LocalDate asOf) {
        String latest = LatestRelease.findIn(audienceFolder)
                .map(LatestRelease::releaseId)
                .orElse("");
        List<Candidate> candidates = new ArrayList<>();
        try (Stream<Path> folders = Files.list(audienceFolder)) {
            folders.filter(folder -> Files.isRegularFile(folder.resolve(Manifest.FILE_NAME)))
                    .forEach(folder -> candidate(folder)
                            .filter(c -> c.asOf().isBefore(asOf))
                            .ifPresent(candidates::add));
        } catch (IOException e) {
            throw ReleaseException.failed("look for the release before", audienceFolder, e);
        }
        candidates.sort(Comparator.comparing(Candidate::asOf)
                .thenComparing(candidate -> candidate.name().equals(latest))
                .thenComparing(Candidate::name)
                .reversed());
        return candidates;
    }

    private static Optional<Candidate> candidate(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Matcher matcher = RELEASE_NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Candidate(folder, name, LocalDate.parse(matcher.group(1))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ReleaseReader open(Path folder) {
        try {
            return ReleaseReader.open(folder);
        } catch (ReleaseException e) {
            throw unusable(folder, e);
        }
    }

    private static Set<String> sources(Manifest manifest) {
        return manifest.extracts().stream()
                .map(Manifest.ExtractEntry::sourceCode)
                .collect(Collectors.toSet());
    }
}
