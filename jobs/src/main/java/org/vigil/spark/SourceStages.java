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
        Validator validator = new Validator(
                isSeriesRecorded(),
                profile.format().layout() == FileFormat.Layout.WIDE,
                task.extractDay(),
                task.split().firstRow());
        Interpreter interpreter =
                new Interpreter(profile, task.plan(), geography, new KeyedHash(identityKey), task.extractOrdinal());
        long rows = SplitReader.read(
                task.split(),
                task.plan(),
                profile.format(),
                batch -> consumer.accept(validator.accept(interpreter.interpret(batch))));
        validator.tally().addPhysicalRows(rows);
        return validator;
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
