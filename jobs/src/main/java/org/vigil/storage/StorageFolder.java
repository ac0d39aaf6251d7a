package org.vigil.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder on local disk, HDFS or S3; names below it are relative, with '/', of letters, digits and {@code . _ = + @ -}.
 *
 * <p>It travels to other machines as text and opens the file system when it is first used there, with the Hadoop settings of that machine's class
 * path ({@code core-site.xml} and {@code hdfs-site.xml}). {@code s3a://} needs {@code hadoop-aws} and the AWS SDK on the class path, which a
 * cluster brings. A local folder must be the same disk for every machine that uses it.
 *
 * <p>On local disk and HDFS whatever this class makes is readable for its owner only; folders that exist keep their rights. On S3 the policy of the
 * bucket decides.
 *
 * <p>Every method throws {@link StorageException}, with a sentence, if the file system does not do what is asked, if a name is not of the form above
 * and if a symbolic link on the way leads out of the folder. Safe for use by several threads.
 */
public final class StorageFolder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/]*))?(.*)", Pattern.DOTALL);

    private final String root;
    private final String prefix;
    private transient volatile @Nullable FileStorage storage;

    private StorageFolder(String root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /**
     * The folder at a path ({@code /path}, {@code file:///path}, taken as written) or address ({@code hdfs://host:port/path},
     * {@code s3a://bucket/path}); nothing is opened yet.
     */
    public static StorageFolder at(String location) {
        Matcher address = ADDRESS.matcher(location);
        if (location.isBlank() || !address.matches()) {
            return local(location);
        }
        String scheme = address.group(1).toLowerCase(Locale.ROOT);
        String authority = address.group(2) == null ? "" : address.group(2);
        if (scheme.equals("file") && authority.isEmpty()) {
            return local(address.group(3));
        }
        if (!scheme.equals("hdfs") && !scheme.equals("s3a")) {
            throw StorageException.refused(
                    "keep a store",
                    withoutSecrets(location),
                    "found '" + scheme
                            + "'; expected a path on this machine, hdfs://… or s3a://…, which are the file systems with a"
                            + " proven way to commit. Choose one of those.");
        }
        if (authority.contains("@")) {
            throw StorageException.refused(
                    "keep a store",
                    withoutSecrets(location),
                    "found a name or key in the address; expected the host or bucket only. Give keys to Hadoop's settings instead.");
        }
        return new StorageFolder(withoutSlashes(scheme + "://" + authority + address.group(3)), "");
    }

    private static StorageFolder local(String path) {
        if (path.isBlank() || path.indexOf('\0') >= 0) {
            throw StorageException.refused(
                    "keep a store", "'" + path.strip() + "'", "expected the path of a folder. Name one.");
        }
        return new StorageFolder(Path.of(path).toAbsolutePath().normalize().toString(), "");
    }

    private static String withoutSecrets(String location) {
        return location.replaceFirst("://[^/]*@", "://…@");
    }

    private static String withoutSlashes(String location) {
        String text = location;
        while (text.endsWith("/") && !text.endsWith("://")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    /** The absolute path, or the address. */
    public String location() {
        return prefix.isEmpty() ? root : root + (root.endsWith("/") ? "" : "/") + prefix;
    }

    /** The folder of that name below this one, there or not. */
    public StorageFolder folder(String name) {
        StorageFolder below = new StorageFolder(root, below(name));
        below.storage = storage;
        return below;
    }

    /** Whether there is a file of that name; a folder is none. */
    public boolean exists(String name) {
        String file = below(name);
        return attempt("look for " + name, () -> storage().exists(file));
    }

    /**
     * The files in a folder ("" for this one) and at any depth below it, sorted by name; empty if the folder is not there. What is still being
     * written by {@link #write}, {@link #replace} and {@link #createAtomically} is not among them, and on local disk neither are links.
     */
    public List<StoredFile> list(String folder) {
        return listed(folder).stream()
                .filter(file -> !StorageName.isPending(file.name()))
                .toList();
    }

    private List<StoredFile> listed(String folder) {
        String start = folder.isEmpty() ? prefix : below(folder);
        int outside = prefix.isEmpty() ? 0 : prefix.length() + 1;
        return attempt(
                        "list " + (folder.isEmpty() ? "the files" : folder),
                        () -> storage().list(start))
                .stream()
                .map(file -> new StoredFile(file.name().substring(outside), file.bytes(), file.modified()))
                .sorted(Comparator.comparing(StoredFile::name))
                .toList();
    }

    /** The file for a reader of Parquet. Its own failures are those of the file system. */
    public InputFile input(String name) {
        String file = below(name);
        return attempt("read " + name, () -> storage().input(file));
    }

    /**
     * A new file for a writer of Parquet. Creating it makes the folders it needs and fails if the file exists, even in the mode that overwrites;
     * once closed it outlives a power failure. Until then, and after a crash, a part of it may stand under its name (not on S3): a name that
     * nothing refers to yet is the right one.
     */
    public OutputFile output(String name) {
        String file = below(name);
        return attempt("write " + name, () -> storage().output(file));
    }

    /** The content as a stream, to be closed by who asked. */
    public InputStream open(String name) {
        String file = below(name);
        return attempt("read " + name, () -> storage().open(file));
    }

    /** The whole content. */
    public byte[] read(String name) {
        String file = below(name);
        return attempt("read " + name, () -> {
            try (InputStream in = storage().open(file)) {
                return in.readAllBytes();
            }
        });
    }

    /** SHA-256 of the content, 64 hexadecimal digits in lower case, with a fixed amount of memory. */
    public String sha256(String name) {
        String file = below(name);
        return attempt("read " + name, () -> {
            MessageDigest digest = sha256();
            try (InputStream in = storage().open(file)) {
                in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            }
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A new file, there as a whole or not at all and durable; refuses a name that exists. */
    public void write(String name, byte[] content) {
        if (!createAtomically(name, content)) {
            throw StorageException.refused(
                    "write " + name,
                    location(),
                    "the file is there already; expected a new name. Nothing was changed; find out who wrote it before it is removed.");
        }
    }

    /** Puts this content in the place of the old, or makes the file: whoever reads sees the one or the other. Durable. */
    public void replace(String name, byte[] content) {
        String file = below(name);
        attempt("replace " + name, () -> {
            storage().replace(file, content);
            return name;
        });
    }

    /** Removes a file; nothing happens if there is none. */
    public void delete(String name) {
        String file = below(name);
        attempt("delete " + name, () -> {
            storage().delete(file);
            return name;
        });
    }

    /** Removes a folder below this one with everything in it; nothing happens if there is none. A link in it is removed, not what it leads to. */
    public void deleteFolder(String name) {
        String folder = below(name);
        attempt("delete " + name, () -> {
            storage().deleteFolder(folder);
            return name;
        });
    }

    /**
     * The commit step. Makes the name exist with exactly this content, durable, in one step; of any number of writers on any machines one gets true.
     *
     * @return false, with nothing changed, if the name exists already
     */
    public boolean createAtomically(String name, byte[] content) {
        String file = below(name);
        return attempt("write " + name, () -> storage().createAtomically(file, content));
    }

    /**
     * Removes what writers that died left half done, if it was last touched before a time.
     *
     * @return how many files that were
     */
    public int sweep(Instant before) {
        List<StoredFile> left = listed("").stream()
                .filter(file -> StorageName.isPending(file.name()))
                .filter(file -> file.modified().isBefore(before))
                .toList();
        left.forEach(file -> delete(file.name()));
        return left.size();
    }

    /** The location. */
    @Override
    public String toString() {
        return location();
    }

    private String below(String name) {
        String checked = StorageName.checked(name, location());
        return prefix.isEmpty() ? checked : prefix + '/' + checked;
    }

    private FileStorage storage() throws IOException {
        FileStorage open = storage;
        if (open == null) {
            open = root.contains("://") ? HadoopStorage.at(root) : new LocalStorage(Path.of(root));
            storage = open;
        }
        return open;
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T attempt(String what, Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw StorageException.failed(what, location(), e);
        }
    }
}
