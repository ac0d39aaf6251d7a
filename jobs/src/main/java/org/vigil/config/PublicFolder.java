package org.vigil.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vigil.declaration.Declaration;

/** The folder of public releases. Nothing that is restricted may be in it or around it, be it by way of a link. */
final class PublicFolder {
    private final Declaration declared;
    private final Path place;

    /** @param declared where the folder is declared, for the sentences */
    PublicFolder(Declaration declared, Path folder) {
        this.declared = declared;
        this.place = real(folder);
    }

    /** Neither may hold the other. */
    void requireApart(String name, Path restricted) {
        Path other = real(restricted);
        if (place.startsWith(other) || other.startsWith(place)) {
            refuse((place.equals(other) ? " is the folder of " : " and the folder of ")
                    + name
                    + (place.equals(other) ? "" : " lie one in the other"));
        }
    }

    /**
     * As {@link #requireApart} for the folders of files, each looked at once. The folder of the configuration, and one above it, may hold extracts and the
     * public folder beside each other.
     *
     * @param files files, of which there may be many
     * @param configuration the configuration
     */
    void requireApartFromFolders(String name, Collection<Path> files, Path configuration) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Path file : files) {
            folders.add(folderOf(file));
            if (Files.isSymbolicLink(file)) {
                folders.add(folderOf(real(file)));
            }
        }
        Path own = real(folderOf(configuration));
        for (Path folder : folders) {
            Path other = real(folder);
            boolean isAround = own.startsWith(other);
            if (other.startsWith(place) || !isAround && place.startsWith(other)) {
                requireApart(name, folder);
                return;
            }
        }
    }

    /** The file may not lie in it, and no link to the file. */
    void requireWithout(String name, Path file) {
        if (real(file).startsWith(place) || real(folderOf(file)).startsWith(place)) {
            refuse(" holds " + name);
        }
    }

    private void refuse(String found) {
        declared.problem(
                "releases",
                declared.name("releases") + found,
                "a folder apart from everything restricted",
                "Write for example releases: public-releases.");
    }

    private static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
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
}
