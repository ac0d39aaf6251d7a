package org.vigil.spark;

import org.vigil.cube.CountCube;
import org.vigil.extract.SplitReader;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.DateBasis;
import org.vigil.incident.KeyedHash;
import org.vigil.interpret.Interpreter;
import org.vigil.profile.FileFormat;
import org.vigil.profile.Identity;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.validate.AcceptedBatch;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Validator;

/** The stages of one source, made from its specification: read, interpret, validate. */
public final class SourceStages {
    private final SourceProfile profile;
    private final Geography geography;
    private final byte[] identityKey;

    public SourceStages(SourceSpec spec) {
        this.profile = SourceProfiles.parse(spec.sourceCode(), spec.profileYaml());
        this.geography = Geography.load(profile.geographyCode());
        this.identityKey = spec.identityKey();
    }

    /** Receives the accepted records of one batch; keeps nothing of it. */
    @FunctionalInterface
    public interface AcceptedConsumer {
        void accept(AcceptedBatch batch);
    }

    /** Reads a split and hands on what is accepted. The validator returned has counted everything. */
    public Validator read(SplitTask task, AcceptedConsumer consumer) {
        return read(task, consumer, new Validator[1]);
    }

    private Validator read(SplitTask task, AcceptedConsumer consumer, Validator[] started) {
        Validator validator = new Validator(
                isSeriesRecorded(),
                profile.format().layout() == FileFormat.Layout.WIDE,
                task.extractDay(),
                task.split().firstRow());
        started[0] = validator;
        Interpreter interpreter = new Interpreter(
                profile,
                task.plan(),
                geography,
                new KeyedHash(identityKey),
                task.extractOrdinal(),
                task.split().firstRow());
        long rows = SplitReader.read(
                task.split(),
                task.plan(),
                profile.format(),
                batch -> consumer.accept(validator.accept(interpreter.interpret(batch))));
        validator.tally().addPhysicalRows(rows);
        return validator;
    }

    /** Reads the first {@code records} records of a split, or all of them if there are fewer, and counts what they break. */
    public RecordTally readFirst(SplitTask task, long records) {
        Validator[] counting = new Validator[1];
        try {
            read(
                    task,
                    batch -> {
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

    boolean isMerged() {
        return profile.identity().kind() == Identity.Kind.SOURCE_ID_MERGED;
    }

    boolean isSeriesRecorded() {
        return profile.series().dateBasis().equals(DateBasis.RECORDED.code());
    }

    CountCube newCube() {
        return new CountCube(
                isSeriesRecorded(), geography.size(), CodeLists.communities().size());
    }
}
