package org.vigil.config;

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
    private final Path file;
    private final Path folder;
    private final List<Configuration.Source> sources;

    /**
     * @param file the configuration
     * @param folder its folder
     * @param sources what it reads
     */
    PublicReleasesReader(Declaration root, Path file, Path folder, List<Configuration.Source> sources) {
        this.root = root;
        this.file = file;
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
            PublicFolder open = new PublicFolder(declared, releases);
            new TreeMap<>(restricted).forEach(open::requireApart);
            requireApartFromFiles(open, key);
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

    /** Places of files that nobody else may read: extracts of sources that are not public already, keys, and the configuration, which names them. */
    private void requireApartFromFiles(PublicFolder open, KeySource key) {
        for (Configuration.Source source : sources) {
            if (!source.profile().meaning().isAlreadyPublic()) {
                open.requireApartFromFolders(
                        "extracts of " + source.code(),
                        source.extracts().stream()
                                .map(Configuration.Extract::path)
                                .toList(),
                        file);
            }
        }
        for (KeySource one : key.byEpoch().values()) {
            if (one instanceof KeySource.KeyFile keyFile) {
                open.requireWithout("a key file", keyFile.file());
            }
        }
        open.requireWithout("the configuration", file);
    }

    private void requirePublicSources(Declaration declared) {
        for (Configuration.Source source : sources) {
            if (!source.profile().meaning().isAlreadyPublic()) {
                declared.problem(
                        "policy",
                        declared.name("policy") + " is already-public and the records of " + source.code()
                                + " are not public",
                        "only sources whose profile says already-public, with address and licence",
                        "Write policy: cell-key, or publish that source by itself.");
            }
        }
    }
}
