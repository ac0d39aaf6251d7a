package org.vigil.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigil.config.Configuration;
import org.vigil.extract.ExtractInspection;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreManifest;

/**
 * A configured file beside what the store knows of it. The file itself decides, by its checksum; neither its name nor its date does.
 *
 * @param source index of its source in the configuration
 * @param extract the file and its date
 * @param sha256 its checksum
 * @param standing whether it is new
 * @param extractId its name in the store: held, rolled back, or free and meant for it; empty for {@link Standing#SAME_CONTENT}
 * @param takenBackAt when it was rolled back
 */
record Arrival(
        int source,
        Configuration.Extract extract,
        String sha256,
        Standing standing,
        String extractId,
        Optional<Instant> takenBackAt) {

    /** What the store knows of a file. */
    enum Standing {
        NEW,
        HELD,
        ROLLED_BACK,
        /** New, but another file of this run has the same content. */
        SAME_CONTENT
    }

    Path file() {
        return extract.path();
    }

    String fileName() {
        return String.valueOf(file().getFileName());
    }

    boolean isNew() {
        return standing == Standing.NEW;
    }

    /** Every configured file up to the as-of date, in the order in which they speak. Of files that are held only the checksum is computed. */
    static List<Arrival> all(Configuration configuration, StoreManifest held) {
        return all(configuration, held, ExtractInspection::checksum);
    }

    /** @param checksumOf gives the checksum of a file, perhaps without reading it */
    static List<Arrival> all(Configuration configuration, StoreManifest held, Function<Path, String> checksumOf) {
        List<Inspection.Candidate> candidates = Inspection.candidates(configuration);
        List<String> checksums =
                SideBySide.map(candidates, c -> checksumOf.apply(c.extract().path()));
        List<Arrival> arrivals = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Map<String, String> sameRun = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            Inspection.Candidate candidate = candidates.get(i);
            String code = candidate.planned().code();
            String sha256 = checksums.get(i);
            Optional<LoadedExtract> loaded = held.findLoaded(code, sha256);
            Optional<StoreManifest.TakenBack> takenBack = held.findTakenBack(code, sha256);
            Standing standing = loaded.isPresent()
                    ? Standing.HELD
                    : takenBack.isPresent()
                            ? Standing.ROLLED_BACK
                            : sameRun.putIfAbsent(code + " " + sha256, code) == null
                                    ? Standing.NEW
                                    : Standing.SAME_CONTENT;
            String id = loaded.or(() -> takenBack.map(StoreManifest.TakenBack::extract))
                    .map(LoadedExtract::extractId)
                    .orElse("");
            if (standing == Standing.NEW) {
                id = held.freeExtractId(code, candidate.extract().extractDate(), ids);
                ids.add(id);
            }
            arrivals.add(new Arrival(
                    candidate.source(),
                    candidate.extract(),
                    sha256,
                    standing,
                    id,
                    takenBack.map(StoreManifest.TakenBack::at)));
        }
        return arrivals;
    }
}
