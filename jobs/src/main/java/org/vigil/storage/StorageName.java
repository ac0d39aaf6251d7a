package org.vigil.storage;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names below a folder: the same characters everywhere, so that a store can be copied from any file system to any other. */
final class StorageName {
    /** Begins the last part of the names of files that are still being written; listings pass over them. */
    private static final String PENDING = ".pending-";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._=+@-]+");

    private StorageName() {}

    /** The name, if it has the right form; {@code location} for the sentence if it has not. */
    static String checked(String name, String location) {
        for (String part : name.split("/", -1)) {
            if (!PART.matcher(part).matches() || part.equals(".") || part.equals("..")) {
                throw StorageException.refused(
                        "use a name",
                        location,
                        "found '" + printable(name)
                                + "'; expected parts of letters, digits and . _ = + @ - divided by '/', that"
                                + " stay inside the folder. Correct the name, or restore the file that holds it.");
            }
        }
        return name;
    }

    /** A name beside {@code name} that no other writer uses; were it used against all odds, creating the file would fail. */
    static String pending(String name) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return name.substring(0, name.lastIndexOf('/') + 1)
                + PENDING
                + Long.toHexString(random.nextLong())
                + Long.toHexString(random.nextLong());
    }

    static boolean isPending(String name) {
        return name.startsWith(PENDING, name.lastIndexOf('/') + 1);
    }

    private static String printable(String name) {
        String shown = name.replaceAll("[^\\x20-\\x7e]", "?");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "…";
    }
}
