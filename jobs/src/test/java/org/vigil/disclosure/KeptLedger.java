package org.vigil.disclosure;

import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.incident.Hmac;
import org.vigil.storage.StorageFolder;

/** A ledger in a store, as a public release leaves it. */
public final class KeptLedger {
    private KeptLedger() {}

    /** Keeps the grain of one series, drawn under a key. */
    public static void keep(StorageFolder store, DrawEpoch epoch) {
        VintageLedger ledger = new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
        ledger.decide(SeriesName.of("history", "occurred", "crime", "london", "all"), 2023, PublicGrain.YEAR);
        new LedgerFolder(store).keep(ledger, epoch);
    }
}
