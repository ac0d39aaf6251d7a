package org.vigil.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.store.LoadedExtract;

/**
 * What a weekly run would find and do. Holds no value of a record: words of the files only where enough records share them.
 *
 * @param store where the store lies, or would be made
 * @param storeVersion version of the store that the forecast is made on; 0 where nothing was ever taken in
 * @param extracts every configured file, in the order in which they speak
 * @param refusals why the run would stop, in the words of the run; the first is what it would say
 * @param proposals changes of profiles that would help
 */
public record Forecast(
        String store,
        int storeVersion,
        List<ExtractForecast> extracts,
        List<String> refusals,
        List<ProfileProposal> proposals) {
    public Forecast {
        extracts = List.copyOf(extracts);
        refusals = List.copyOf(refusals);
        proposals = List.copyOf(proposals);
    }

    /** Whether the run would go through. */
    public boolean wouldRun() {
        return refusals.isEmpty();
    }

    /**
     * One file.
     *
     * @param sourceCode its source
     * @param fileName its name without folders
     * @param extractDate its date
     * @param byteCount its size
     * @param kind delta, full or coverage
     * @param standing new, held, rolled-back or same-content
     * @param extractId its name in the store; empty where it has none
     * @param newerHeld date of the newest extract held, where this one would come late
     * @param size its records against the usual number, as a text; none where it was not read
     * @param outcome what taking it in would do; none where it cannot be read as the profile is
     * @param findings what is new or odd about it, one sentence each
     */
    public record ExtractForecast(
            String sourceCode,
            String fileName,
            LocalDate extractDate,
            long byteCount,
            String kind,
            String standing,
            String extractId,
            Optional<LocalDate> newerHeld,
            Optional<String> size,
            Optional<Outcome> outcome,
            List<Finding> findings) {
        public ExtractForecast {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What the ledger would say.
     *
     * @param accepted records that would speak for an incident, or repeat what is held
     * @param rows the records of the file
     * @param effect what would change
     */
    public record Outcome(long accepted, LoadedExtract.Rows rows, LoadedExtract.Effect effect) {}

    /**
     * Something new or odd.
     *
     * @param kind column, label, date-format, size, or file
     * @param sentence what it is
     */
    public record Finding(String kind, String sentence) {}

    /**
     * A change of a profile.
     *
     * @param profile code of the profile
     * @param fileName the file that it changes, relative to the folder of the configuration
     * @param isShipped whether the profile comes with Vigil, so that a copy has to be made first
     * @param diff the change as a unified diff
     */
    public record ProfileProposal(String profile, String fileName, boolean isShipped, String diff) {}
}
