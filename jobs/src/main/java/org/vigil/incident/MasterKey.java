package org.vigil.incident;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The secret of 32 bytes from which the keys of pseudonyms are derived. Who has it can test whether an incident of a known id is in a store, so
 * it lives in a file of its own that only its owner can read, and no text of this class shows any of it. It is not serialisable, so that it
 * cannot leave this process by a worker's task.
 */
public final class MasterKey {
    /** Length of the key and of its file in bytes. */
    public static final int LENGTH = 32;

    /** Length of the key of incident pseudonyms in bytes, as {@link KeyedHash} needs it. */
    public static final int INCIDENT_KEY_LENGTH = 16;

    /** Label of the key of incident pseudonyms; it has {@link #INCIDENT_KEY_LENGTH} bytes. */
    public static final String INCIDENT = "incident";

    /** Label of the key that gives each incident its record key; it has {@link #LENGTH} bytes. */
    public static final String RECORD = "record";

    /** Label of the key that turns a sum of record keys into a cell key; it has {@link #LENGTH} bytes. */
    public static final String CELL = "cell";

    /** Label of the key of checksums over what is not public; it has {@link #LENGTH} bytes. */
    public static final String CHECKSUM = "checksum";

    private static final Map<String, Integer> LENGTHS =
            Map.of(INCIDENT, INCIDENT_KEY_LENGTH, RECORD, LENGTH, CELL, LENGTH, CHECKSUM, LENGTH);

    private static final byte[] DEMONSTRATION = "demonstration key: not a secret!".getBytes(StandardCharsets.US_ASCII);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key that everybody knows; for synthetic records only. */
    public static MasterKey demonstration() {
        return new MasterKey(DEMONSTRATION.clone());
    }

    /**
     * Reads a key file: a plain file of 32 bytes, no symbolic link, that nobody but its owner may read or write.
     *
     * @throws KeyException saying what is wrong with the file
     */
    public static MasterKey read(Path file) {
        byte[] content;
        try {
            if (Files.isSymbolicLink(file)) {
                throw refused(file, "it is a symbolic link", "Name the file itself.");
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(
                        file,
                        "there is no such file",
                        "Run vigil doctor --init to make one, or restore it from its backup.");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(file, "it is not a file", "Name the key file, not its folder.");
            }
            requireOwnerOnly(file);
            long size = Files.size(file);
            if (size != LENGTH) {
                throw refused(
                        file,
                        "it has " + size + " bytes where a key has " + LENGTH,
                        "Restore it from its backup; a new key would give every incident a new pseudonym.");
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw refused(file, "it cannot be read", "Check that you own it.");
        }
        if (MessageDigest.isEqual(content, DEMONSTRATION)) {
            throw refused(file, "it holds the published demonstration key", "Remove it and run vigil doctor --init.");
        }
        return new MasterKey(content);
    }

    /**
     * Reads a credential that systemd hands to a service: a plain file of 32 bytes that not everybody may read. Bits of the group are not looked at:
     * systemd gives the service its right by an access list, whose mask shows there.
     *
     * @param folder folder of the credentials; none where systemd has set no {@code CREDENTIALS_DIRECTORY}
     * @param name name of the credential
     * @throws KeyException saying what is wrong with it
     */
    public static MasterKey readCredential(Optional<Path> folder, String name) {
        String load = "Add LoadCredentialEncrypted=" + name + " to the unit of the service";
        Path file = folder.orElseThrow(() -> refusedCredential(
                        name,
                        "CREDENTIALS_DIRECTORY is not set; expected systemd to set it",
                        load + ", or name a key file."))
                .resolve(name);
        byte[] content;
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refusedCredential(name, "the service has no credential of that name", load + ".");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refusedCredential(name, "it is not a plain file", load + ".");
            }
            if (Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OTHERS_READ)) {
                throw refusedCredential(
                        name,
                        "everybody may read it; expected the service only",
                        "Let systemd make the folder of credentials, and consider who could have read it.");
            }
            long size = Files.size(file);
            if (size != LENGTH) {
                throw refusedCredential(
                        name,
                        "it has " + size + " bytes where a key has " + LENGTH,
                        "Encrypt the key file again from its backup, with systemd-creds encrypt --name=" + name + ".");
            }
            content = Files.readAllBytes(file);
        } catch (IOException | UnsupportedOperationException e) {
            throw refusedCredential(name, "it cannot be read", load + ".");
        }
        if (MessageDigest.isEqual(content, DEMONSTRATION)) {
            throw refusedCredential(name, "it holds the published demonstration key", "Encrypt a key of your own.");
        }
        return new MasterKey(content);
    }

    /**
     * Reads a key from the environment of the process: 64 hexadecimal digits.
     *
     * @param variable name of the variable
     * @param digits its value; none where it is not set
     * @throws KeyException saying what is wrong with it, and nothing of the value
     */
    public static MasterKey ofDigits(String variable, Optional<String> digits) {
        String text = digits.orElseThrow(() -> refusedVariable(
                variable,
                "it is not set; expected the master key as " + 2 * LENGTH + " hexadecimal digits",
                "Set it for this process only, or name a key file."));
        if (text.length() != 2 * LENGTH) {
            throw refusedVariable(
                    variable,
                    "it has " + text.length() + " characters; expected " + 2 * LENGTH + " hexadecimal digits",
                    "Set it from the key's backup.");
        }
        byte[] content;
        try {
            content = HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            // The exception repeats a part of the value, so that it is not kept as a cause.
            throw refusedVariable(
                    variable,
                    "it holds something else than hexadecimal digits; expected " + 2 * LENGTH + " of them",
                    "Set it from the key's backup.");
        }
        if (MessageDigest.isEqual(content, DEMONSTRATION)) {
            throw refusedVariable(variable, "it holds the published demonstration key", "Set a key of your own.");
        }
        return new MasterKey(content);
    }

    /** Whether both are the same key. */
    boolean isSame(MasterKey other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    /**
     * Makes a new key file that only its owner can read; folders above it that do not exist are made owner-only too.
     *
     * @throws KeyException if the file exists already or cannot be written
     */
    public static MasterKey create(Path file) {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel out = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                ByteBuffer rest = ByteBuffer.wrap(key);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
        } catch (FileAlreadyExistsException e) {
            throw new KeyException("The key file " + file
                    + " cannot be made: it exists already. It is never replaced; use it or name another.");
        } catch (IOException e) {
            throw new KeyException("The key file " + file
                    + " cannot be made: its folder cannot be written. Check the path and your rights.");
        } catch (UnsupportedOperationException e) {
            throw noPermissions(file);
        }
        return new MasterKey(key);
    }

    /** Whether this is the key that everybody knows. */
    boolean isDemonstration() {
        return MessageDigest.isEqual(bytes, DEMONSTRATION);
    }

    /**
     * The key for one purpose: HKDF-SHA256 without salt, info {@code vigil/label/epoch}. Keys of two labels or two epochs say nothing about each
     * other, nor about the master key.
     *
     * @param label {@link #INCIDENT}, {@link #RECORD}, {@link #CELL} or {@link #CHECKSUM}
     * @param epoch from 1; a new epoch makes a new, unrelated key
     * @return as many bytes as the label says
     * @throws IllegalArgumentException if there is no such label or epoch
     */
    public byte[] derive(String label, int epoch) {
        Integer length = LENGTHS.get(label);
        if (length == null) {
            throw new IllegalArgumentException("label is \"" + label + "\"; expected " + INCIDENT + ", " + RECORD + ", "
                    + CELL + " or " + CHECKSUM);
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch is " + epoch + "; expected 1 or more");
        }
        byte[] info = ("vigil/" + label + "/" + epoch).getBytes(StandardCharsets.US_ASCII);
        return Hkdf.expand(Hkdf.extract(new byte[0], bytes), info, length);
    }

    /** Says what it is and nothing of the key. */
    @Override
    public String toString() {
        return isDemonstration() ? "demonstration key" : "master key (not shown)";
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException e) {
            throw noPermissions(file);
        }
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw refused(
                    file,
                    "its permissions are " + PosixFilePermissions.toString(permissions)
                            + "; expected rw------- or less",
                    "Run chmod 600 " + file + ", and consider who could have read it.");
        }
    }

    private static KeyException noPermissions(Path file) {
        return refused(file, "its file system knows no owner-only files", "Put it on one that does.");
    }

    private static KeyException refusedCredential(String name, String found, String remedy) {
        return new KeyException("The credential " + name + " cannot be used: " + found + ". " + remedy);
    }

    private static KeyException refusedVariable(String variable, String found, String remedy) {
        return new KeyException("The environment variable " + variable + " cannot be used: " + found + ". " + remedy);
    }

    private static KeyException refused(Path file, String found, String remedy) {
        return new KeyException("The key file " + file + " cannot be used: " + found + ". " + remedy);
    }
}
