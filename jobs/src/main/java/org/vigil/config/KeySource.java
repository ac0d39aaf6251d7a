package org.vigil.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigil.incident.KeyException;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;

/** Where the master key comes from. The key itself never stands in a configuration. */
public sealed interface KeySource {
    /** The variable of the environment that can hold the newest key. */
    String VARIABLE = "VIGIL_MASTER_KEY";

    /** Name of the credential where none is declared. */
    String USUAL_CREDENTIAL = "vigil-master-key";

    /** The variable in which systemd names the folder of a service's credentials. */
    String CREDENTIAL_FOLDER_VARIABLE = "CREDENTIALS_DIRECTORY";

    /** No source of the configuration needs a key. */
    record None() implements KeySource {}

    /** The key that everybody knows, for synthetic records. */
    record Demonstration() implements KeySource {}

    /**
     * A file of its own.
     *
     * @param file where it is
     * @param isCreatedIfMissing whether a first run makes it; allowed only where no record is confidential
     */
    record KeyFile(Path file, boolean isCreatedIfMissing) implements KeySource {}

    /**
     * A credential that systemd hands to the service.
     *
     * @param name its name
     */
    record Credential(String name) implements KeySource {}

    /** The variable {@link #VARIABLE}; second choice, as every process of the same owner can read it. */
    record Environment() implements KeySource {}

    /**
     * Keys of several epochs, or one of a later epoch than the first.
     *
     * @param byEpoch where each comes from, the newest last; a file, a credential or, for the newest, the environment
     */
    record Ring(SortedMap<Integer, KeySource> byEpoch) implements KeySource {
        public Ring {
            byEpoch = Collections.unmodifiableSortedMap(new TreeMap<>(byEpoch));
        }
    }

    /** The sources of single keys by epoch; none where no key of one's own is used. */
    default SortedMap<Integer, KeySource> byEpoch() {
        SortedMap<Integer, KeySource> byEpoch = new TreeMap<>();
        if (this instanceof Ring ring) {
            byEpoch.putAll(ring.byEpoch());
        } else if (!(this instanceof None) && !(this instanceof Demonstration)) {
            byEpoch.put(1, this);
        }
        return byEpoch;
    }

    /**
     * The keys themselves; makes the file where that is declared and there is none. Without a need for a key it is the demonstration key.
     *
     * @throws KeyException if a key cannot be used or made
     */
    default KeyRing open() {
        return open(System.getenv());
    }

    /**
     * As {@link #open()}.
     *
     * @param environment variables of the process
     */
    default KeyRing open(Map<String, String> environment) {
        return ring(environment, missing -> MasterKey.create(missing.file()));
    }

    private KeyRing ring(Map<String, String> environment, Function<KeyFile, MasterKey> stillToBeMade) {
        SortedMap<Integer, KeySource> declared = byEpoch();
        if (declared.isEmpty()) {
            return KeyRing.demonstration();
        }
        boolean isVariableNamed = declared.containsValue(new Environment());
        if (!isVariableNamed && environment.containsKey(VARIABLE)) {
            throw new KeyException("Nothing was read: " + VARIABLE + " is set in the environment and the configuration"
                    + " names another place for the key; expected one of the two. Unset the variable, or write key:"
                    + " environment.");
        }
        Map<Integer, MasterKey> keys = new TreeMap<>();
        declared.forEach((epoch, source) -> keys.put(epoch, key(source, environment, stillToBeMade)));
        return new KeyRing(keys);
    }

    /**
     * As {@link #open()}, but no file is made: where a run would make one, the demonstration key stands in for it.
     *
     * @throws KeyException if a key cannot be used
     */
    default KeyRing look() {
        return look(System.getenv());
    }

    /**
     * As {@link #look()}.
     *
     * @param environment variables of the process
     */
    default KeyRing look(Map<String, String> environment) {
        return ring(environment, missing -> MasterKey.demonstration());
    }

    /** Whether the first run makes this file. */
    default boolean isStillToBeMade() {
        return this instanceof KeyFile key
                && key.isCreatedIfMissing()
                && !Files.exists(key.file(), LinkOption.NOFOLLOW_LINKS);
    }

    /** What there is to be wary of in the place of the newest key, as a sentence. */
    default Optional<String> findRemark() {
        return byEpoch().containsValue(new Environment())
                ? Optional.of(
                        "The master key comes from the environment, which every other process of the same owner can"
                                + " read; a file or a credential of systemd keeps it closer")
                : Optional.empty();
    }

    private static MasterKey key(
            KeySource source, Map<String, String> environment, Function<KeyFile, MasterKey> stillToBeMade) {
        if (source instanceof KeyFile key) {
            return source.isStillToBeMade() ? stillToBeMade.apply(key) : MasterKey.read(key.file());
        }
        if (source instanceof Credential credential) {
            return MasterKey.readCredential(
                    Optional.ofNullable(environment.get(CREDENTIAL_FOLDER_VARIABLE))
                            .map(Path::of),
                    credential.name());
        }
        if (source instanceof Environment) {
            return MasterKey.ofDigits(VARIABLE, Optional.ofNullable(environment.get(VARIABLE)));
        }
        throw new IllegalArgumentException(
                "No place of a single key: " + source.getClass().getSimpleName());
    }
}
