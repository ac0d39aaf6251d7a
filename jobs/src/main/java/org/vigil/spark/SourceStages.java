package org.vigil.spark;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigil.cube.CountCube;
import org.vigil.extract.SplitReader;
import org.vigil.extract.VerbatimBatch;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.DateBasis;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.RecordKeys;
import org.vigil.incident.Wording;
import org.vigil.interpret.Interpreter;
import org.vigil.interpret.RetainedWords;
import org.vigil.layer.References;
import org.vigil.layer.StoredCodes;
import org.vigil.profile.FileFormat;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.store.SameKey;
import org.vigil.validate.AcceptedBatch;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Validator;

/** The stages of one source, made from its specification: read, interpret, validate. */
public final class SourceStages {
    private final SourceProfile profile;
    private final Geography geography;
    private final byte[] identityKey;
    private final byte[] referenceKey;
    private final byte[] recordKey;
    private final StoredCodes codes;

    public SourceStages(SourceSpec spec) {
        this.profile = SourceProfiles.parse(spec.sourceCode(), spec.profileYaml());
        this.geography = Geography.load(profile.geographyCode());
        this.identityKey = spec.identityKey();
        this.referenceKey = spec.referenceKey();
        this.recordKey = spec.recordKey();
        this.codes = new StoredCodes(geography.areas().stream().map(Area::code).toList());
    }

    /** Receives the accepted records of one batch; keeps nothing of it. */
    @FunctionalInterface
    public interface AcceptedConsumer {
        /**
         * @param batch what was accepted
         * @param words the publisher's words of the same rows
         */
        void accept(AcceptedBatch batch, Wording words);
    }

    /** Reads a split and hands on what is accepted. The validator returned has counted everything. */
    public Validator read(SplitTask task, AcceptedConsumer consumer) {
        return read(task, batch -> {}, consumer, new Validator[1]);
    }

    /**
     * As {@link #read(SplitTask, AcceptedConsumer)}.
     *
     * @param observer sees every batch as the file holds it, before it is interpreted
     */
    public Validator read(SplitTask task, Consumer<VerbatimBatch> observer, AcceptedConsumer consumer) {
        return read(task, observer, consumer, new Validator[1]);
    }

    private Validator read(
            SplitTask task, Consumer<VerbatimBatch> observer, AcceptedConsumer consumer, Validator[] started) {
        Validator validator = new Validator(
                isSeriesRecorded(),
                profile.format().layout() == FileFormat.Layout.WIDE,
                task.extractDay(),
                task.split().firstRow());
        started[0] = validator;
        Interpreter interpreter =
                new Interpreter(profile, task.plan(), geography, new KeyedHash(identityKey), referenceHash());
        RetainedWords words = new RetainedWords(profile, task.plan());
        long rows = SplitReader.read(task.split(), task.plan(), profile.format(), batch -> {
            observer.accept(batch);
            consumer.accept(validator.accept(interpreter.interpret(batch)), words.of(batch));
        });
        validator.tally().addPhysicalRows(rows);
        return validator;
    }

    /**
     * Reads the first {@code records} records of a split, or all of them if there are fewer, and counts what they break.
     *
     * @param observer sees every batch as the file holds it, before it is interpreted
     */
    public RecordTally readFirst(SplitTask task, long records, Consumer<VerbatimBatch> observer) {
        Validator[] counting = new Validator[1];
        try {
            read(
                    task,
                    observer,
                    (batch, words) -> {
                        if (validatorOf(counting).tally().read() >= records) {
                            throw new EnoughRead();
                        }
                    },
                    counting);
        } catch (EnoughRead e) {
            // Everything wanted was read.
        }
        return validatorOf(counting).tally();
    }

    private static Validator validatorOf(Validator[] holder) {
        return java.util.Objects.requireNonNull(holder[0]);
    }

    /** Ends a reading early. */
    private static final class EnoughRead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughRead() {
            super(null, null, false, false);
        }
    }

    /** What records of one key are to each other. */
    public SameKey sameKey() {
        return switch (profile.identity().kind()) {
            case SOURCE_ID, NATURAL_KEY -> SameKey.LAST_SPEAKS;
            case SOURCE_ID_MERGED -> SameKey.UNITE;
            case NONE -> SameKey.EACH_COUNTS;
        };
    }

    /** Whether the recorded date places a record in the main series; otherwise the occurred date. */
    public boolean isSeriesRecorded() {
        return profile.series().dateBasis().equals(DateBasis.RECORDED.code());
    }

    /** Whether records may refer to another source. */
    public References references() {
        return profile.sharedReference().isPresent() ? References.KEPT : References.NONE;
    }

    private Optional<KeyedHash> referenceHash() {
        return profile.sharedReference().isPresent() && referenceKey.length > 0
                ? Optional.of(new KeyedHash(referenceKey))
                : Optional.empty();
    }

    /** Codes of the stored columns of this source. */
    public StoredCodes storedCodes() {
        return codes;
    }

    /** No days covered yet. */
    public static int[] noDays() {
        return new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE};
    }

    /** Widens {@code {first, last}} by the days of the series that accepted records cover, in days since 1970-01-01; a month covers all of its days. */
    public void widen(int[] days, AcceptedBatch batch) {
        IncidentColumns columns = batch.columns();
        for (int i = 0; i < batch.size(); i++) {
            int row = batch.rows()[i];
            int date = isSeriesRecorded() ? columns.recorded[row] : columns.occurred[row];
            int day = IncidentDate.epochDay(date);
            int last =
                    IncidentDate.isMonth(date) ? day + LocalDate.ofEpochDay(day).lengthOfMonth() - 1 : day;
            days[0] = Math.min(days[0], day);
            days[1] = Math.max(days[1], last);
        }
    }

    /** Counts of the source with nothing in them; they sum record keys where a public release will ask for them. */
    public CountCube newCube() {
        CountCube cube = newPlainCube();
        return recordKey.length == 0 ? cube : cube.keyed(new RecordKeys(recordKey));
    }

    /** Counts of the source with nothing in them that no public release asks for. */
    public CountCube newPlainCube() {
        return new CountCube(
                isSeriesRecorded(), geography.size(), CodeLists.communities().size());
    }
}
