package org.vigil.spark;

import java.io.Serializable;

/**
 * What a worker needs to know of a source to read its files. Texts and bytes only, so that it travels to any worker.
 *
 * @param sourceCode code of the source
 * @param profileYaml the source profile as it was written
 * @param identityKey 16 bytes, derived for this source
 * @param referenceKey that of the source whose record numbers this one notes; nothing if it notes none
 * @param recordKey the key of record keys; nothing where no public release asks for them
 */
public record SourceSpec(
        String sourceCode, String profileYaml, byte[] identityKey, byte[] referenceKey, byte[] recordKey)
        implements Serializable {
    /** The keys stay out of logs and error messages. */
    @Override
    public String toString() {
        return "SourceSpec[" + sourceCode + "]";
    }
}
