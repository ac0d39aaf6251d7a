package org.vigil.spark;

import java.io.Serializable;

/**
 * What a worker needs to know of a source to read its files. Texts and bytes only, so that it travels to any worker.
 *
 * @param sourceCode code of the source
 * @param profileYaml the source profile as it was written
 * @param identityKey 16 bytes, derived for this source
 */
public record SourceSpec(String sourceCode, String profileYaml, byte[] identityKey) implements Serializable {
    /** The key stays out of logs and error messages. */
    @Override
    public String toString() {
        return "SourceSpec[" + sourceCode + "]";
    }
}
