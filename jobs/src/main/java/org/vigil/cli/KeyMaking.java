package org.vigil.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.vigil.config.KeySource;
import org.vigil.config.KeyText;
import org.vigil.incident.KeyException;
import org.vigil.incident.MasterKey;

/** Makes a master key and says what its owner has to know: where it is, what to keep a copy of, and what its loss means. */
final class KeyMaking {
    private KeyMaking() {}

    /**
     * Makes a key file, or says how the key comes to its place where that is none for this program to write.
     *
     * @param file the file; empty for the place that the configuration names
     * @param configured gives that place
     * @return what there is to say, line by line
     * @throws KeyException if the file exists already or cannot be written, or if no key is needed
     */
    static List<String> make(String file, Supplier<KeySource> configured) {
        if (!file.isEmpty()) {
            return made(path(file));
        }
        SortedMap<Integer, KeySource> places = configured.get().byEpoch();
        if (places.isEmpty()) {
            throw new KeyException(
                    "No key was made: the configuration names no place for one; expected key: with file:,"
                            + " credential: or environment:. Name one there, or a file after --init.");
        }
        // Those of earlier epochs are there or lost; another one in their place would be of no use.
        KeySource newest = java.util.Objects.requireNonNull(places.get(places.lastKey()));
        if (newest instanceof KeySource.KeyFile key) {
            return made(key.file());
        }
        if (newest instanceof KeySource.Credential credential) {
            String name = credential.name();
            return List.of(
                    "Nothing was made: a credential is made by systemd, from a key file.",
                    "1. Make the file on a medium that stays apart from this machine: vigil doctor --init FILE",
                    "2. Encrypt it for this machine: systemd-creds encrypt --name=" + name
                            + " FILE /etc/credstore.encrypted/" + name,
                    "3. Write in the [Service] part of the unit: LoadCredentialEncrypted=" + name,
                    "Keep FILE as the copy: what is encrypted here can be opened on no other machine. " + LOSS);
        }
        return List.of(
                "Nothing was made: no program can set a variable of the process that starts it.",
                "1. Make a key file: vigil doctor --init FILE",
                "2. Set " + KeySource.VARIABLE
                        + " for this one process: " + KeySource.VARIABLE
                        + "=$(od -An -v -tx1 FILE | tr -d ' \\n') vigil weekly",
                "A file or a credential keeps the key closer. Keep a copy of FILE in a safe place. " + LOSS);
    }

    private static final String LOSS =
            "Without the key no later extract can be matched with the store, and it cannot be made again.";

    private static List<String> made(Path file) {
        MasterKey.create(file);
        return List.of("Made a master key in " + file
                + ". Keep a copy of this file in a safe place, apart from the store. " + LOSS);
    }

    private static Path path(String file) {
        if (KeyText.isLike(file)) {
            throw new KeyException(
                    "No key was made: what stands after --init looks like a key itself and is not repeated"
                            + " here; expected the path of a new file. A key that stood in a command line can have been read by"
                            + " others: use it no more.");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new KeyException("No key was made: what stands after --init is no path; expected that of a new file."
                    + " Check it.");
        }
    }
}
