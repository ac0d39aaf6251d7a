package org.vigil.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vigil.cellkey.CellKeys;
import org.vigil.config.Configuration;
import org.vigil.disclosure.Policy;
import org.vigil.disclosure.PublicNames;
import org.vigil.incident.KeyException;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.MasterKey;
import org.vigil.incident.RecordKeys;
import org.vigil.spark.SourceSpec;
import org.vigil.storage.StorageFolder;
import org.vigil.store.StoreManifest;

/** What a run derives from the master key. */
final class RunKeys {
    /** Epoch of the key that incidents are hashed under. */
    private static final int KEY_EPOCH = 1;

    private static final String CHECK = "key check of the store";

    private final MasterKey key;

    RunKeys(MasterKey key) {
        this.key = key;
    }

    /** The sources as workers need them. */
    List<SourceSpec> specs(Configuration configuration) {
        List<SourceSpec> specs = new ArrayList<>();
        for (Configuration.Source source : configuration.sources()) {
            specs.add(new SourceSpec(
                    source.code(),
                    source.profileText(),
                    sourceKey(source.code()),
                    source.profile()
                            .sharedReference()
                            .map(shared -> sourceKey(shared.sourceCode()))
                            .orElse(new byte[0]),
                    recordKey(configuration)));
        }
        return specs;
    }

    /** The key of record keys; nothing where no public release changes counts by them. */
    private byte[] recordKey(Configuration configuration) {
        return configuration
                        .publicPolicy()
                        .filter(policy -> policy == Policy.CELL_KEY)
                        .isPresent()
                ? key.derive(MasterKey.RECORD, KEY_EPOCH)
                : new byte[0];
    }

    /** What tells counts with sums of record keys from others, and those of one key from those of another; empty where none are summed. */
    String recordKeyMark(Configuration configuration) {
        byte[] recordKey = recordKey(configuration);
        return recordKey.length == 0 ? "" : HexFormat.of().toHexDigits(new RecordKeys(recordKey).sum(0, 0, 1));
    }

    /** The keys of cells. */
    CellKeys cellKeys() {
        return new CellKeys(key.derive(MasterKey.CELL, KEY_EPOCH));
    }

    /** The names of extracts for everybody. */
    PublicNames publicNames() {
        return new PublicNames(key.derive(MasterKey.CHECKSUM, KEY_EPOCH));
    }

    /** A value that tells whether a store was made under this key, and nothing else about it. */
    String checkValue() {
        return HexFormat.of().formatHex(sourceKey(CHECK));
    }

    /** Refuses a key under which every incident of the store would look new. */
    void require(StoreManifest held, StorageFolder store) {
        if (held.version() > 0 && !held.keyCheck().equals(checkValue())) {
            throw new KeyException("Nothing was read: the store " + store.location()
                    + " was made under another master key; expected the same key, or every incident would look new."
                    + " Name the key file that the store was made with, or give this configuration another store.");
        }
    }

    /** A key of its own for each source, so that equal ids of two publishers stay apart. */
    private byte[] sourceKey(String sourceCode) {
        KeyedHash hash = new KeyedHash(key.derive(MasterKey.INCIDENT, KEY_EPOCH));
        byte[] source = sourceCode.getBytes(StandardCharsets.UTF_8);
        hash.hash(source, 0, source.length);
        return ByteBuffer.allocate(MasterKey.INCIDENT_KEY_LENGTH)
                .putLong(hash.first())
                .putLong(hash.second())
                .array();
    }
}
