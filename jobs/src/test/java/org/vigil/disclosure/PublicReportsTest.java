package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cli.Vigil;
import org.vigil.incident.Hmac;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.ReleasePublisher;
import org.vigil.release.DataDictionary;
import org.vigil.release.Explanation;
import org.vigil.release.Manifest;
import org.vigil.release.Protection;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import org.vigil.report.document.PackSelection;
import org.vigil.report.document.ReportForm;
import org.vigil.report.document.ReportOptions;
import org.vigil.report.document.ReportWriter;

/** Reports of a release by cell key, written where nothing but that release is. */
class PublicReportsTest {
    private static final LocalDate AS_OF = LocalDate.of(2021, 6, 7);
    private static final long SEED = 3;

    @TempDir
    private static Path folder = Path.of("");

    private static Path release = Path.of("");

    /** The release stands alone: it is moved away from where it was made. */
    @BeforeAll
    static void publish() throws IOException {
        ProtectedRelease protectedRelease = CellKeyRelease.make(
                new ProtectedRelease.Identity(AS_OF, "test", "0".repeat(64), true),
                List.of(new MadeUpCity(SEED, 2, AS_OF).knownOn(AS_OF)),
                List.of(),
                new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH])),
                new PublicNames(new byte[32]),
                List.of(),
                Optional.empty());
        PublishedRelease published = new ReleasePublisher(folder.resolve("made"), Clock.systemUTC())
                .publish(
                        protectedRelease,
                        staged -> ReportWriter.write(
                                staged,
                                staged.resolve("reports"),
                                ReportOptions.everything()
                                        .withPacks(PackSelection.of(List.of("whole-area", "communities")))
                                        .withForms(Set.of(ReportForm.HTML))),
                        step -> {});
        release = Files.move(published.folder(), folder.resolve("alone"));
    }

    @Test
    void areWrittenFromTheReleaseAlone() throws IOException {
        Path out = folder.resolve("out");
        Files.setPosixFilePermissions(
                release.resolve(Manifest.FILE_NAME), PosixFilePermissions.fromString("rw-r-----"));
        StringWriter said = new StringWriter();
        int code = Vigil.run(
                new PrintWriter(said),
                new PrintWriter(said),
                "report",
                "--release",
                release.toString(),
                "--out",
                out.toString(),
                "--pack",
                "whole-area,communities",
                "--format",
                "html");

        assertEquals(0, code, said.toString());
        Map<Path, Path> published = files(release.resolve("reports"));
        Map<Path, Path> again = files(out);
        assertEquals(published.keySet(), again.keySet());
        assertTrue(again.containsKey(Path.of("london-synthetic/community-jewish.html")), again::toString);
        for (Path file : again.keySet()) {
            assertEquals(
                    Files.readString(Objects.requireNonNull(published.get(file))),
                    Files.readString(Objects.requireNonNull(again.get(file))),
                    file.toString());
            assertEquals(
                    "rw-r-----", rights(Objects.requireNonNull(again.get(file))), "for those who may read the release");
        }
    }

    /** Files below a folder by their place in it. */
    private static Map<Path, Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(folder::relativize, file -> file, (one, same) -> one, TreeMap::new));
        }
    }

    @Test
    void openNoTableThatIsNotPublic() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        Set<String> tables = new TreeSet<>();
        reader.manifest().tables().forEach(table -> tables.add(table.path()));
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(release.resolve("tables"))) {
            files.forEach(file -> found.add("tables/" + file.getFileName()));
        }

        assertEquals(tables, found);
        assertEquals(
                new TreeSet<>(CellKeyRelease.TABLES.stream().map(Table::name).toList()),
                new TreeSet<>(reader.manifest().tables().stream()
                        .map(entry -> entry.name())
                        .toList()));
        reader.requireIntact();
    }

    @Test
    void sayForWhomTheyAreAndNothingOfTheRestrictedOne() throws IOException {
        String page = Files.readString(release.resolve("reports/london-synthetic.html"));

        assertTrue(page.contains("<strong>For everybody.</strong> Counts are changed by up to 5"), "notice");
        assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("not for publication"), "restricted marking");
        assertFalse(page.contains("SHA-256"), "files");
        assertFalse(page.contains("NaN"), "NaN");
        assertTrue(page.contains("[c]"), "hidden figures");
    }

    @Test
    void sayTheSameAsTheTextsBesideThem() throws IOException {
        String page = unescaped(Files.readString(release.resolve("reports/london-synthetic.html")));
        for (String file : List.of(Explanation.CONFIDENTIALITY, Explanation.METHODS)) {
            Explanation text = ReleaseReader.open(release).findExplanation(file).orElseThrow();

            assertTrue(page.contains(text.title()), text.title());
            text.lead().forEach(passage -> assertTrue(page.contains(passage), passage));
            text.parts()
                    .forEach(part -> part.terms().forEach(term -> assertTrue(page.contains(term.text()), term.text())));
        }
    }

    @Test
    void theirTextsAreListedLikeEveryFile() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);

        assertEquals(Protection.CELL_KEY, reader.manifest().policy());
        assertTrue(
                reader.manifest()
                        .files()
                        .keySet()
                        .containsAll(List.of(
                                Explanation.CONFIDENTIALITY, Explanation.METHODS, "reports/london-synthetic.html")),
                reader.manifest().files().keySet().toString());
        assertTrue(
                Files.readString(release.resolve(DataDictionary.FILE_NAME))
                        .contains("\n" + reader.manifest().marking() + " More on that is in `confidentiality.md`.\n"),
                "policy in the dictionary");
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String page) {
        return page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
