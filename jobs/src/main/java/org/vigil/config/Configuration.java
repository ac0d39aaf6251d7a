package org.vigil.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.vigil.disclosure.Policy;
import org.vigil.profile.SourceProfile;
import org.vigil.report.document.PackSelection;
import org.vigil.report.document.ReportForm;

/**
 * What a run reads, how much it tolerates and where it writes, with every default filled in.
 *
 * @param file the file it was read from
 * @param title title of the release and its reports
 * @param sources at least one, by their place in the file
 * @param asOf date as of which things are known; none where the run takes the newest extract's date
 * @param store path or address of the store
 * @param releases folder of the restricted releases
 * @param publicReleases where public releases go and what protects people in them; none where only restricted ones are made
 * @param eventCatalogue code of the catalogue of reference events
 * @param key where the master key comes from
 * @param reports which reports are written, and in which forms
 * @param spark how the work is divided
 * @param runs where the records of runs lie
 * @param retention how long restricted releases and the records of runs are kept
 */
public record Configuration(
        Path file,
        String title,
        List<Source> sources,
        Optional<LocalDate> asOf,
        String store,
        Path releases,
        Optional<PublicReleases> publicReleases,
        String eventCatalogue,
        KeySource key,
        Reports reports,
        Spark spark,
        Runs runs,
        Retention retention) {

    /** Share of rejected records beyond which nothing is published, where none is declared. */
    public static final double DEFAULT_REJECTED_SHARE = 0.02;

    /** Share of incidents missing from a full extract beyond which it is refused as cut short, where none is declared. */
    public static final double DEFAULT_VANISHED_SHARE = 0.05;

    /**
     * Share of incidents that stand alone in area, community and month beyond which a warning is given, where none is declared: half, so that the
     * usual incident is not the only one of its kind.
     */
    public static final double DEFAULT_UNIQUE_SHARE = 0.5;

    public Configuration {
        sources = List.copyOf(sources);
    }

    /**
     * Which reports are written.
     *
     * @param formats forms that each is written in
     * @param packs packs wanted
     */
    public record Reports(Set<ReportForm> formats, PackSelection packs) {
        /** No report at all. */
        public static final Reports NONE = new Reports(Set.of(), PackSelection.all());

        public Reports {
            formats = Collections.unmodifiableSet(
                    formats.isEmpty() ? EnumSet.noneOf(ReportForm.class) : EnumSet.copyOf(formats));
        }
    }

    /** A configuration of restricted releases only. */
    public Configuration(
            Path file,
            String title,
            List<Source> sources,
            Optional<LocalDate> asOf,
            String store,
            Path releases,
            String eventCatalogue,
            KeySource key,
            Reports reports,
            Spark spark,
            Runs runs) {
        this(
                file,
                title,
                sources,
                asOf,
                store,
                releases,
                Optional.empty(),
                eventCatalogue,
                key,
                reports,
                spark,
                runs,
                Retention.FOR_EVER);
    }

    /** Share by which an extract differs from the usual size so that it is remarked on: a tenth of it, or ten times it. */
    public static final double STRIKING_SIZE_CHANGE = 0.9;

    /** The same as of another date, as the command line asks for it. */
    public Configuration withAsOf(LocalDate date) {
        return new Configuration(
                file,
                title,
                sources,
                Optional.of(date),
                store,
                releases,
                publicReleases,
                eventCatalogue,
                key,
                reports,
                spark,
                runs,
                retention);
    }

    /**
     * SHA-256, in hexadecimal, of everything declared that can change a published figure: title, sources with their profiles, tolerances, as-of
     * date and event catalogue. Extracts are left out: a table of the release names them with their checksums, whether or not their files are still
     * there. Folders, key file, reports, run records, retention, the share that a warning starts from and the division of the work change no figure and are left out too, as are comments,
     * layout and the order of keys.
     */
    public String hash() {
        StringBuilder text = new StringBuilder("configuration 2\n");
        line(text, "title", title);
        line(text, "as-of", asOf.map(LocalDate::toString).orElse(""));
        line(text, "events", eventCatalogue);
        for (Source source : sources) {
            line(text, "source", source.code());
            line(text, "rejected-share", Double.toString(source.rejectedShare()));
            line(text, "profile", source.profileText());
            line(text, "vanished-share", Double.toString(source.vanishedShare()));
            source.sizeChange().ifPresent(share -> line(text, "size-change", Double.toString(share)));
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes name, length and value, so that no value can be taken for another line. */
    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }

    /**
     * A source and its extracts.
     *
     * @param code code of the source in every table; the profile's where none is declared
     * @param profile how its files are read
     * @param profileText the profile without comments and layout: the same meaning, the same text
     * @param extracts at least one, by date and file name
     * @param rejectedShare share of rejected records beyond which nothing is published
     * @param vanishedShare share of incidents missing from a full extract beyond which it is refused
     * @param sizeChange share by which the records of an extract may be fewer than usual, or the usual fewer than they, before it is refused; none
     *     where a striking size is only remarked on
     * @param uniqueShare share of incidents that stand alone in area, community and month beyond which a warning is given
     * @param profileFile the file of a profile that a user has written; none for one that comes with Vigil
     */
    public record Source(
            String code,
            SourceProfile profile,
            String profileText,
            List<Extract> extracts,
            double rejectedShare,
            double vanishedShare,
            OptionalDouble sizeChange,
            double uniqueShare,
            Optional<Path> profileFile) {
        public Source {
            extracts = List.copyOf(extracts);
        }

        /** A source with a profile that comes with Vigil, and no limit to the size of its extracts. */
        public Source(
                String code,
                SourceProfile profile,
                String profileText,
                List<Extract> extracts,
                double rejectedShare,
                double vanishedShare) {
            this(
                    code,
                    profile,
                    profileText,
                    extracts,
                    rejectedShare,
                    vanishedShare,
                    OptionalDouble.empty(),
                    DEFAULT_UNIQUE_SHARE,
                    Optional.empty());
        }
    }

    /**
     * One file as a publisher delivered it on one date.
     *
     * @param path the file
     * @param extractDate the date it was delivered or taken
     */
    public record Extract(Path path, LocalDate extractDate) {}

    /**
     * Releases that everybody may read.
     *
     * @param folder folder of these releases, apart from all that is restricted
     * @param policy what protects people
     */
    public record PublicReleases(Path folder, Policy policy) {}

    /** What protects people in public releases, if there are any. */
    public Optional<Policy> publicPolicy() {
        return publicReleases.map(PublicReleases::policy);
    }

    /**
     * How the work is divided.
     *
     * @param partitions partitions of an exchange; none where they follow from the size of the input
     * @param splitMib mebibytes of a file that one task reads
     */
    public record Spark(OptionalInt partitions, int splitMib) {}

    /**
     * What each run leaves for its operator.
     *
     * @param folder folder of the run records
     * @param kept how many of them are kept, at least 1; older ones are removed after a successful run
     */
    public record Runs(Path folder, int kept) {
        /** Kept where nothing is declared: ten years of weekly runs. */
        public static final int DEFAULT_KEPT = 520;

        /** Where nothing is declared: beside the folder of the releases. */
        public static Runs beside(Path releases) {
            return new Runs(releases.resolveSibling("runs"), DEFAULT_KEPT);
        }
    }

    /**
     * How long what a run leaves is kept; the store is kept for ever, as are public releases.
     *
     * @param restrictedReleaseDays days after which a restricted release is deleted, from the day it was made; none where all are kept
     * @param runDays days after which the record and log of a run are deleted, from its start; none where only their number is limited
     */
    public record Retention(OptionalInt restrictedReleaseDays, OptionalInt runDays) {
        /** Where nothing is declared. */
        public static final Retention FOR_EVER = new Retention(OptionalInt.empty(), OptionalInt.empty());
    }
}
