package org.vigil.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Where children find their classes.
 *
 * @param path class path
 * @param flags what Java is to do about it
 */
record ChildClasses(String path, List<String> flags) {
    /** Those of this process, as they are. */
    static final ChildClasses OURS = new ChildClasses(System.getProperty("java.class.path"), List.of());

    ChildClasses {
        flags = List.copyOf(flags);
    }

    /** The same, with folders packed into a file each: Java keeps class data of packed classes only. */
    static ChildClasses packedBelow(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : OURS.path().split(System.getProperty("path.separator"))) {
            Path classes = Path.of(entry);
            if (Files.isDirectory(classes)) {
                Path packed = folder.resolve("classes-" + entries.size() + ".jar");
                pack(classes, packed);
                entries.add(packed.toString());
            } else if (Files.exists(classes)) {
                entries.add(entry);
            }
        }
        return new ChildClasses(String.join(System.getProperty("path.separator"), entries), List.of());
    }

    /** For a child that, when it ends well, leaves the class data of all that it has loaded. */
    ChildClasses leaving(Path classData) {
        return new ChildClasses(path, List.of("-XX:ArchiveClassesAtExit=" + classData));
    }

    /** For children that start faster with what another has left; if it does not fit they start as ever. */
    ChildClasses with(Path classData) {
        return new ChildClasses(path, List.of("-XX:SharedArchiveFile=" + classData));
    }

    private static void pack(Path folder, Path packed) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                OutputStream bytes = Files.newOutputStream(packed);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
