package org.vigil.disclosure;

import java.util.OptionalLong;
import org.vigil.release.Manifest;

/** How far the ledger had come when a public release was made, as the release says it: a ledger that knows less was restored from too old a copy. */
public final class LedgerCheck {
    private static final String NAME = "ledger";
    private static final String STATEMENT = " figures were drawn up to this release";

    private LedgerCheck() {}

    static Manifest.CheckEntry of(long figures) {
        return new Manifest.CheckEntry(NAME, true, figures + STATEMENT);
    }

    /** How many figures were drawn up to a release; nothing for one that drew none. */
    public static OptionalLong findFigures(Manifest release) {
        return release.checks().stream()
                .filter(check -> check.name().equals(NAME) && check.statement().matches("[0-9]{1,15}" + STATEMENT))
                .mapToLong(check -> Long.parseLong(
                        check.statement().substring(0, check.statement().length() - STATEMENT.length())))
                .findFirst();
    }

    /**
     * Refuses a ledger that knows less than what is out.
     *
     * @param figures how many figures the ledger holds
     * @param newest manifest of the newest public release
     * @throws DisclosureException if it does
     */
    public static void require(long figures, Manifest newest) {
        findFigures(newest).ifPresent(drawn -> {
            if (figures < drawn) {
                throw new DisclosureException("No public release was made: the ledger of what was published holds "
                        + figures + " entries, and release " + newest.releaseId() + " was made of " + drawn
                        + "; expected at least as many, or something would be published twice. Restore the newest"
                        + " ledger from a backup of the store.");
            }
        });
    }
}
