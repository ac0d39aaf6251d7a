package org.vigil.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.declaration.Declaration;
import org.vigil.disclosure.Policy;

/** Reads where public releases go, and refuses what would put restricted figures among them. */
final class PublicReleasesReader {
    private final Declaration root;
    private final Path folder;
    private final List<Configuration.Source> sources;

    PublicReleasesReader(Declaration root, Path folder, List<Configuration.Source> sources) {
        this.root = root;
        this.folder = folder;
        this.sources = sources;
    }

    /**
     * The public releases, if they are declared.
     *
     * @param key where the master key comes from
     * @param restricted folders that nobody else may read, by the key that declares them
     */
    Optional<Configuration.PublicReleases> find(KeySource key, Map<String, Path> restricted) {
        return root.findMapping("public", ConfigurationKeys.PUBLIC).map(declared -> {
            Policy policy = declared.findOneOf("policy", Policy.byCode()).orElse(Policy.CELL_KEY);
            Path releases = folder(declared);
            new TreeMap<>(restricted).forEach((name, path) -> requireApart(declared, releases, name, path));
            if (policy == Policy.ALREADY_PUBLIC) {
                requirePublicSources(declared);
            }
            if (policy != Policy.ALREADY_PUBLIC && key instanceof KeySource.None) {
                declared.problem(
                        "policy",
                        declared.name("policy") + " is " + policy.code() + " and key is missing",
                        policy == Policy.CELL_KEY
                                ? "a key, from which the changes of counts follow"
                                : "a key, from which the public names of extracts follow",
                        "Make a key file with vigil doctor --init and name it with key: file:.");
            }
            return new Configuration.PublicReleases(releases, policy);
        });
    }

    private Path folder(Declaration declared) {
        String path = declared.text("releases", "the folder of the public releases");
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            declared.problem(
                    "releases", declared.name("releases") + " is \"" + path + "\"", "a path", "Check the path.");
            return folder;
        }
    }

    /** Neither may hold the other, be it by way of a link. */
    private static void requireApart(Declaration declared, Path open, String name, Path restricted) {
        Path one = real(open);
        Path other = real(restricted);
        if (one.startsWith(other) || other.startsWith(one)) {
            declared.problem(
                    "releases",
                    declared.name("releases")
                            + (one.equals(other) ? " is the folder of " : " and the folder of ")
                            + name
                            + (one.equals(other) ? "" : " lie one in the other"),
                    "a folder apart from everything restricted",
                    "Write for example releases: public-releases.");
        }
    }

    /** The place that a path leads to, as far as it is there. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path there = absolute; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                try {
                    return there.toRealPath()
                            .resolve(there.relativize(absolute))
                            .normalize();
                } catch (IOException e) {
                    return absolute;
                }
            }
        }
        return absolute;
    }

    private void requirePublicSources(Declaration declared) {
        for (Configuration.Source source : sources) {
            if (!source.profile().meaning().isAlreadyPublic()) {
                declared.problem(
                        "policy",
                        declared.name("policy") + " is already-public and the records of " + source.code()
                                + " are not public",
                        "only sources whose profile says is-already-public, with address and licence",
                        "Write policy: cell-key, or publish that source by itself.");
            }
        }
    }
}
