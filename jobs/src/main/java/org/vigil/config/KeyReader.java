package org.vigil.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.declaration.Declaration;
import org.vigil.profile.Identity;
import org.vigil.profile.SourceProfile;

/** Reads where the master keys of a configuration come from. */
final class KeyReader {
    private static final int MOST_EPOCHS = 1_000_000;
    private static final List<String> PLACES = List.of("file", "credential", "environment");

    private final Path folder;
    private final Existence existence;

    /** Whether a key file has to be there. */
    enum Existence {
        REQUIRED,
        /** As it is about to be made. */
        NOT_YET
    }

    /** @param folder folder of the configuration */
    KeyReader(Path folder, Existence existence) {
        this.folder = folder;
        this.existence = existence;
    }

    KeySource read(Declaration root, List<Configuration.Source> sources) {
        OptionalInt spelled = root.findLineOfText("key", KeyText::isLike);
        if (spelled.isPresent()) {
            root.problemAt(
                    spelled.getAsInt(),
                    "key holds what looks like a key itself, which is not repeated here",
                    "the place of a key",
                    "Take it out of the configuration, make another key with vigil doctor --init, and consider who could have"
                            + " read this one.");
            return new KeySource.None();
        }
        List<String> keyed = sources.stream()
                .filter(source -> needsKey(source.profile()))
                .map(Configuration.Source::code)
                .toList();
        if (!root.has("key")) {
            if (!keyed.isEmpty()) {
                root.problemAt(
                        root.line(),
                        "key is missing; incidents of " + String.join(", ", keyed)
                                + " are stored under keyed pseudonyms",
                        "key: with file:, or key: demonstration for synthetic sources",
                        "Make a key file with vigil doctor --init and name it.");
            }
            return new KeySource.None();
        }
        return root.isMapping("key")
                ? root.findMapping("key", ConfigurationKeys.KEY)
                        .map(key -> ring(key, sources))
                        .orElse(new KeySource.None())
                : word(root, sources, keyed);
    }

    private static KeySource word(Declaration root, List<Configuration.Source> sources, List<String> keyed) {
        String word = root.findText("key").orElse("");
        if (word.equals("credential")) {
            return new KeySource.Credential(KeySource.USUAL_CREDENTIAL);
        }
        if (word.equals("environment")) {
            return new KeySource.Environment();
        }
        if (!word.isEmpty() && !word.equals("demonstration")) {
            root.problem(
                    "key",
                    "key is \"" + word + "\"",
                    "demonstration, credential, environment, or file: with the path of a key file",
                    "Write one of these.");
        }
        sources.stream()
                .filter(source -> keyed.contains(source.code())
                        && !source.profile().meaning().isSynthetic())
                .forEach(source -> root.problem(
                        "key",
                        "the demonstration key is published and the source " + source.code() + " is not synthetic",
                        "key: with file:",
                        "Make a key file with vigil doctor --init and name it."));
        return new KeySource.Demonstration();
    }

    private KeySource ring(Declaration key, List<Configuration.Source> sources) {
        KeySource newest = place(key, PLACES, sources);
        int epoch = key.findWholeNumber("epoch", 1, MOST_EPOCHS).orElse(1);
        SortedMap<Integer, KeySource> byEpoch = new TreeMap<>();
        byEpoch.put(epoch, newest);
        for (Declaration earlier : key.mappings("earlier", ConfigurationKeys.EARLIER_KEY)) {
            KeySource place = place(earlier, PLACES.subList(0, 2), sources);
            if (!earlier.has("epoch")) {
                earlier.problemAt(
                        earlier.line(),
                        earlier.name("epoch") + " is missing",
                        "the number under which this key was the newest",
                        "Write epoch: 1 for the first.");
            }
            earlier.findWholeNumber("epoch", 1, MOST_EPOCHS).ifPresent(number -> {
                if (number >= epoch) {
                    earlier.problem(
                            "epoch",
                            earlier.name("epoch") + " is " + number,
                            "less than " + epoch + ", the epoch of the newest key",
                            "Write epoch: " + (number + 1) + " beside the newest key, or a higher one.");
                } else if (byEpoch.putIfAbsent(number, place) != null) {
                    earlier.problem(
                            "epoch",
                            earlier.name("epoch") + " is " + number + ", as that of another earlier key",
                            "each epoch once",
                            "Remove one of them.");
                }
            });
        }
        boolean isPlain = epoch == 1 && byEpoch.size() == 1;
        return isPlain ? newest : new KeySource.Ring(byEpoch);
    }

    /** The one place that a key comes from. */
    private KeySource place(Declaration key, List<String> allowed, List<Configuration.Source> sources) {
        List<String> named = allowed.stream().filter(key::has).toList();
        if (named.size() != 1) {
            key.problemAt(
                    key.line(),
                    named.isEmpty()
                            ? key.name("file") + " is missing"
                            : key.name(named.get(0)) + " and " + named.get(1) + " are both there",
                    "one of " + String.join(", ", allowed),
                    named.isEmpty()
                            ? "Add file: with the path of the key file."
                            : "Keep the place that holds the key.");
            return new KeySource.None();
        }
        if (!named.contains("file") && key.has("create-if-missing")) {
            key.problem(
                    "create-if-missing",
                    key.name("create-if-missing") + " stands beside " + named.get(0),
                    "file: with it",
                    "Remove it: only a file can be made.");
        }
        return switch (named.get(0)) {
            case "credential" -> credential(key);
            case "environment" -> environment(key);
            default -> keyFile(key, sources);
        };
    }

    private static KeySource credential(Declaration key) {
        Optional<String> name = key.findText("credential");
        name.filter(text -> !text.matches("[A-Za-z0-9_.-]{1,255}") || text.matches("[.]+"))
                .ifPresent(text -> key.problem(
                        "credential",
                        key.name("credential") + " is \"" + text + "\"",
                        "the name of a credential: letters, digits, dots and hyphens",
                        "Write the name that stands in the unit of the service."));
        return new KeySource.Credential(name.orElse(KeySource.USUAL_CREDENTIAL));
    }

    private static KeySource environment(Declaration key) {
        if (!key.yesNo("environment", false)) {
            key.problem(
                    "environment",
                    key.name("environment") + " is not true",
                    "environment: true, with the key in " + KeySource.VARIABLE,
                    "Write true, or name a file.");
        }
        return new KeySource.Environment();
    }

    private KeySource keyFile(Declaration key, List<Configuration.Source> sources) {
        Path path = resolve(key, key.findText("file").orElse(""));
        boolean isCreated = key.yesNo("create-if-missing", false);
        if (isCreated) {
            sources.stream()
                    .filter(source -> needsKey(source.profile()))
                    .filter(source -> !source.profile().meaning().isAlreadyPublic()
                            && !source.profile().meaning().isSynthetic())
                    .forEach(
                            source -> key.problem(
                                    "create-if-missing",
                                    key.name("create-if-missing") + " is true and the records of " + source.code()
                                            + " are not public",
                                    "a key file that is there",
                                    "Make it once with vigil doctor --init and keep a copy: a lost key must not be replaced unnoticed."));
        }
        if (existence == Existence.REQUIRED && !isCreated && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            key.problem(
                    "file",
                    "the key file \"" + key.findText("file").orElse("") + "\" does not exist",
                    "",
                    "Make it with vigil doctor --init, or restore it from its backup.");
        }
        return new KeySource.KeyFile(path, isCreated);
    }

    private Path resolve(Declaration key, String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            key.problem("file", key.name("file") + " is \"" + path + "\"", "a path", "Check the path.");
            return folder;
        }
    }

    /** Published counts name no incident, so there is no id to hide. */
    private static boolean needsKey(SourceProfile profile) {
        boolean hasNoId = profile.identity().kind() == Identity.Kind.NATURAL_KEY
                || profile.identity().kind() == Identity.Kind.NONE;
        return !(hasNoId && profile.meaning().isAlreadyPublic());
    }
}
