package org.vigil.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfile;

/**
 * Everything a run does, resolved and checked before any data is touched.
 *
 * @param title name of the release for people
 * @param sources what is read
 * @param asOf day whose state of knowledge is wanted: later extracts are left out; the newest extract's date where none is given
 * @param releases folder of the releases
 * @param catalogues codes of the event catalogues
 * @param key the master key, none where no source has identities of incidents
 * @param configurationHash SHA-256 of the effective configuration, hexadecimal
 * @param splitBytes bytes of a split
 */
public record RunPlan(
        String title,
        List<PlannedSource> sources,
        Optional<LocalDate> asOf,
        Path releases,
        List<String> catalogues,
        Optional<MasterKey> key,
        String configurationHash,
        long splitBytes) {
    public RunPlan {
        sources = List.copyOf(sources);
        catalogues = List.copyOf(catalogues);
    }

    /**
     * One source.
     *
     * @param sourceCode code in the release
     * @param profile its declared reading
     * @param profileText the profile as written, for workers on other machines
     * @param rejectedShare share of records read that may be quarantined, 0 to 1
     * @param extracts its files
     */
    public record PlannedSource(
            String sourceCode,
            SourceProfile profile,
            String profileText,
            double rejectedShare,
            List<PlannedExtract> extracts) {
        public PlannedSource {
            extracts = List.copyOf(extracts);
        }
    }

    /** One file and the date on which the publisher made it. */
    public record PlannedExtract(Path file, LocalDate extractDate) {}
}
