package org.vigil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vigil.disclosure.ProtectedRelease;
import org.vigil.disclosure.ProtectedTable;
import org.vigil.release.Audience;
import org.vigil.release.CsvTables;
import org.vigil.release.DataDictionary;
import org.vigil.release.DataPackage;
import org.vigil.release.Explanation;
import org.vigil.release.FileHash;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ParquetTables;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseFiles;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import org.vigil.release.TableRows;

/**
 * Publishes releases below one folder, as {@code <audience>/<as-of>_<content hash>/}.
 *
 * <p>A release is built in a staging folder beside, read again and compared with its manifest, brought to the disk, and renamed into place;
 * {@code latest.json} is replaced last. Whatever goes wrong before the rename leaves the published releases as they were. The content hash
 * covers the tables, the configuration and the code version; a release that exists is not written again.
 */
public final class ReleasePublisher {
    private static final int HASH_DIGITS_IN_NAME = 12;

    private final Path releasesFolder;
    private final Clock clock;

    /**
     * A publisher for the releases below a folder, which need not exist yet.
     *
     * @param clock tells which staging folders are old enough to be left by dead runs; no time of it is published
     */
    public ReleasePublisher(Path releasesFolder, Clock clock) {
        this.releasesFolder = releasesFolder;
        this.clock = clock;
    }

    /**
     * Publishes a release, or finds that it is published already.
     *
     * <p>{@code latest.json} then names this release, unless it names one with a later as-of date: to make an old week again does not turn
     * the clock back.
     *
     * @throws ReleaseException if a check of the content failed, or files cannot be read or written; nothing is published then
     */
    public PublishedRelease publish(ReleaseContent content, ReportStep reports) {
        return publish(content, reports, step -> {});
    }

    /**
     * As {@link #publish(ReleaseContent, ReportStep)}.
     *
     * @param steps told of each step once it is done
     */
    public PublishedRelease publish(ReleaseContent content, ReportStep reports, Consumer<PublishingStep> steps) {
        return publish(content, reports, steps, Latest.MAY_MOVE);
    }

    /**
     * Publishes a release for everybody. There is no other way to make one.
     *
     * @param steps told of each step once it is done
     */
    public PublishedRelease publish(ProtectedRelease release, ReportStep reports, Consumer<PublishingStep> steps) {
        ProtectedRelease.Identity identity = release.identity();
        return publishChecked(
                new ReleaseContent(
                        Audience.PUBLIC,
                        release.policy().protection(),
                        release.explanations(),
                        identity.asOfDate(),
                        release.marking(),
                        identity.codeVersion(),
                        identity.configurationHash(),
                        release.tables().stream().map(ProtectedTable::rows).toList(),
                        release.extracts(),
                        release.checks()),
                reports,
                steps,
                Latest.MAY_MOVE);
    }

    /** As {@link #publish}, but {@code latest.json} stays as it is: for a release that shows again what was known once. */
    public PublishedRelease publishAgain(ReleaseContent content, ReportStep reports) {
        return publish(content, reports, step -> {}, Latest.STAYS);
    }

    private enum Latest {
        MAY_MOVE,
        STAYS
    }

    private PublishedRelease publish(
            ReleaseContent content, ReportStep reports, Consumer<PublishingStep> steps, Latest pointer) {
        if (content.audience() == Audience.PUBLIC) {
            throw new IllegalArgumentException("A public release is made of protected tables only");
        }
        return publishChecked(content, reports, steps, pointer);
    }

    private PublishedRelease publishChecked(
            ReleaseContent content, ReportStep reports, Consumer<PublishingStep> steps, Latest pointer) {
        requireChecks(content.checks());
        Path audienceFolder = releasesFolder.resolve(content.audience().code());
        FolderAccess access = FolderAccess.of(content);
        try {
            prepare(audienceFolder, access);
            Path staging = Staging.create(audienceFolder);
            try {
                PublishedRelease release = build(content, reports, audienceFolder, staging, access, steps);
                if (pointer == Latest.MAY_MOVE) {
                    pointLatestTo(release.manifest(), audienceFolder, access);
                    steps.accept(PublishingStep.LATEST_REPLACED);
                }
                return release;
            } finally {
                Durable.deleteTree(staging);
            }
        } catch (IOException e) {
            throw ReleaseException.failed("publish the release", audienceFolder, e);
        } catch (UncheckedIOException e) {
            throw ReleaseException.failed("publish the release", audienceFolder, Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Makes sure that a release could be put here, as far as that shows without writing: its folder, or the nearest one above it that there is, can be
     * written. To be asked before anything is changed that a release should follow.
     *
     * @throws ReleaseException if it cannot
     */
    public void requireWritable(Audience audience) {
        Path place = releasesFolder.resolve(audience.code()).toAbsolutePath();
        while (Files.notExists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        try {
            if (!Files.isDirectory(place)) {
                throw new NotDirectoryException(place.toString());
            }
            place.getFileSystem().provider().checkAccess(place, AccessMode.WRITE, AccessMode.EXECUTE);
        } catch (IOException e) {
            throw ReleaseException.failed("publish a release there", place, e);
        }
    }

    private void prepare(Path audienceFolder, FolderAccess access) throws IOException {
        Files.createDirectories(releasesFolder);
        if (!Files.isDirectory(audienceFolder)) {
            Files.createDirectory(audienceFolder);
            access.grant(audienceFolder);
        }
        Staging.sweep(audienceFolder, clock.instant());
    }

    private static PublishedRelease build(
            ReleaseContent content,
            ReportStep reports,
            Path audienceFolder,
            Path staging,
            FolderAccess access,
            Consumer<PublishingStep> steps)
            throws IOException {
        List<Manifest.TableEntry> tables = writeTables(content.tables(), staging);
        Manifest tablesOnly = manifest(content, tables);
        Path folder = audienceFolder.resolve(tablesOnly.releaseId());
        if (Files.exists(folder)) {
            return alreadyPublished(folder);
        }
        writeCsv(content.tables(), staging);
        explain(tablesOnly, content, staging);
        writeManifest(tablesOnly, staging);
        reports.write(staging);
        Manifest manifest = tablesOnly.withFiles(otherFiles(tablesOnly, staging));
        writeManifest(manifest, staging);
        ReleaseReader.open(staging).requireIntact();
        access.grant(staging);
        Durable.syncTree(staging);
        steps.accept(PublishingStep.STAGED);
        Durable.rename(staging, folder);
        steps.accept(PublishingStep.RENAMED);
        return new PublishedRelease(folder, manifest, false);
    }

    private static PublishedRelease alreadyPublished(Path folder) {
        ReleaseReader published = ReleaseReader.open(folder);
        published.requireIntact();
        return new PublishedRelease(folder, published.manifest(), true);
    }

    private static List<Manifest.TableEntry> writeTables(List<TableRows> tables, Path staging) throws IOException {
        Files.createDirectory(staging.resolve("tables"));
        List<Manifest.TableEntry> entries = new ArrayList<>();
        for (TableRows rows : tables) {
            String name = rows.table().name();
            Path file = staging.resolve("tables").resolve(name + ".parquet");
            ParquetTables.write(rows, file);
            entries.add(new Manifest.TableEntry(name, rows.size(), FileHash.sha256(file), Files.size(file)));
        }
        return entries;
    }

    private static void writeCsv(List<TableRows> tables, Path staging) throws IOException {
        Path folder = Files.createDirectory(staging.resolve("csv"));
        for (TableRows rows : tables) {
            CsvTables.write(rows, folder.resolve(rows.table().name() + ".csv"));
        }
    }

    private static void explain(Manifest manifest, ReleaseContent content, Path staging) throws IOException {
        List<Table> declared = content.tables().stream().map(TableRows::table).toList();
        Files.writeString(
                staging.resolve(DataDictionary.FILE_NAME), DataDictionary.markdown(marking(content), declared));
        for (Map.Entry<String, Explanation> text : content.explanations().entrySet()) {
            Files.writeString(staging.resolve(text.getKey()), text.getValue().markdown());
        }
        Files.write(
                staging.resolve(DataPackage.FILE_NAME),
                DataPackage.json(manifest, declared, otherFiles(manifest, staging)));
    }

    /** The marking, and where a reader finds more on what it says. */
    private static String marking(ReleaseContent content) {
        return content.explanations().containsKey(Explanation.CONFIDENTIALITY)
                ? content.marking() + " More on that is in `" + Explanation.CONFIDENTIALITY + "`."
                : content.marking();
    }

    private static Manifest manifest(ReleaseContent content, List<Manifest.TableEntry> tables) {
        String contentHash = contentHash(content, tables);
        return new Manifest(
                content.asOfDate() + "_" + contentHash.substring(0, HASH_DIGITS_IN_NAME),
                content.audience(),
                content.policy(),
                content.marking(),
                content.asOfDate(),
                content.codeVersion(),
                content.configurationHash(),
                contentHash,
                content.extracts(),
                tables,
                content.checks(),
                new TreeMap<>());
    }

    /** One line per table in alphabetical order, then configuration and code version, hashed as a text. */
    private static String contentHash(ReleaseContent content, List<Manifest.TableEntry> tables) {
        String lines = tables.stream()
                .map(table -> "table " + table.name() + " " + table.sha256() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return FileHash.sha256(
                lines + "configuration " + content.configurationHash() + "\ncode " + content.codeVersion() + "\n");
    }

    /** What is in the folder, except the tables, which the manifest lists by themselves, and the manifest. */
    private static SortedMap<String, Manifest.FileEntry> otherFiles(Manifest manifest, Path folder) throws IOException {
        SortedMap<String, Path> files = ReleaseFiles.in(folder);
        manifest.tables().forEach(table -> files.remove(table.path()));
        files.remove(Manifest.FILE_NAME);
        SortedMap<String, Manifest.FileEntry> entries = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            entries.put(file.getKey(), ReleaseFiles.entry(file.getValue()));
        }
        return entries;
    }

    private static void writeManifest(Manifest manifest, Path folder) throws IOException {
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest.json());
    }

    private static void pointLatestTo(Manifest manifest, Path audienceFolder, FolderAccess access) throws IOException {
        LatestRelease latest = new LatestRelease(manifest.releaseId(), manifest.asOfDate());
        boolean isCurrent = LatestRelease.findIn(audienceFolder)
                .filter(current -> current.equals(latest) || current.asOfDate().isAfter(latest.asOfDate()))
                .isPresent();
        if (!isCurrent) {
            Durable.replace(audienceFolder.resolve(LatestRelease.FILE_NAME), latest.json(), access);
        }
    }

    private static void requireChecks(List<Manifest.CheckEntry> checks) {
        String failed = checks.stream()
                .filter(check -> !check.passed())
                .map(check -> check.name() + ": " + check.statement())
                .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            throw new ReleaseException("Could not publish the release: a check failed (" + failed
                    + "); expected every check to hold. Look at the findings, correct the extract or the"
                    + " configuration, and run again.");
        }
    }
}
