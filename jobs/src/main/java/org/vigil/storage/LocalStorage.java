package org.vigil.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a disk of this machine. Commit step: a temporary file is brought to the disk and linked to its name, which the system does as a whole
 * or, if the name exists, not at all. What is made is for its owner only.
 */
final class LocalStorage implements FileStorage {
    /** The system's step that gives a file a second name unless that exists. */
    @FunctionalInterface
    interface HardLink {
        void create(Path link, Path existing) throws IOException;
    }

    /** Creating the name first and filling it afterwards would show a part of it after a crash, so there is no second way. */
    private static final String NO_LINKS =
            "this file system makes no hard links, without which a file cannot appear as a whole or not at all; expected one that"
                    + " does, such as ext4, XFS, Btrfs or NFS. Choose another location.";

    private static final String LEADS_OUT =
            "a symbolic link leads out of the folder or to nothing; expected files inside the folder only. Remove the link, or put"
                    + " in its place what it leads to.";

    private final Path root;
    private final HardLink hardLink;
    private final FileAttribute<?>[] folderRights;
    private final FileAttribute<?>[] fileRights;

    LocalStorage(Path root) {
        this(root, Files::createLink);
    }

    LocalStorage(Path root, HardLink hardLink) {
        this.root = root;
        this.hardLink = hardLink;
        this.folderRights = rights(root, "rwx------");
        this.fileRights = rights(root, "rw-------");
    }

    @Override
    public boolean exists(String name) throws IOException {
        return Files.isRegularFile(inside(name));
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        Path start = inside(folder);
        List<StoredFile> found = new ArrayList<>();
        if (!Files.isDirectory(start)) {
            return found;
        }
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    String below = start.relativize(file).toString().replace('\\', '/');
                    found.add(new StoredFile(
                            folder.isEmpty() ? below : folder + '/' + below,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            /** Other writers come and go while we look. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(inside(name));
    }

    @Override
    public InputFile input(String name) throws IOException {
        return new LocalInput(inside(name));
    }

    @Override
    public OutputFile output(String name) throws IOException {
        Path file = inside(name);
        return new NewFile(file.toString(), () -> {
            makeParents(file);
            return new LocalOutput(create(file), () -> sync(parentOf(file)));
        });
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        Path file = inside(name);
        Path temporary = writeTemporary(name, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(parentOf(file));
    }

    @Override
    public boolean createAtomically(String name, byte[] content) throws IOException {
        Path file = inside(name);
        Path temporary = writeTemporary(name, content);
        try {
            return link(file, temporary);
        } finally {
            Files.deleteIfExists(temporary);
            sync(parentOf(file));
        }
    }

    private boolean link(Path file, Path temporary) throws IOException {
        try {
            hardLink.create(file, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            // A network file system may lose the answer to a link that it made, ask again and then meet itself.
            return Files.isSameFile(file, temporary);
        } catch (UnsupportedOperationException e) {
            throw new Refusal(NO_LINKS);
        } catch (FileSystemException e) {
            String reason = String.valueOf(e.getReason()).toLowerCase(Locale.ROOT);
            if (reason.contains("not permitted")
                    || reason.contains("not supported")
                    || reason.contains("not implemented")) {
                throw new Refusal(NO_LINKS);
            }
            throw e;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Path file = inside(name);
        if (Files.deleteIfExists(file)) {
            sync(parentOf(file));
        }
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        Path folder = inside(name);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
        sync(parentOf(folder));
    }

    /** The path, if no link on the way leads out of the folder. The folder itself may be reached by a link: that is the choice of who named it. */
    private Path inside(String name) throws IOException {
        Path path = root.resolve(name);
        Path there = path;
        while (!there.equals(root) && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = parentOf(there);
        }
        if (!there.equals(root) && !realPath(there).startsWith(root.toRealPath())) {
            throw new Refusal(LEADS_OUT);
        }
        return path;
    }

    private static Path realPath(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new Refusal(LEADS_OUT);
        }
    }

    private Path writeTemporary(String name, byte[] content) throws IOException {
        Path temporary = inside(StorageName.pending(name));
        makeParents(temporary);
        try (FileChannel channel = create(temporary)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    private FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), fileRights);
    }

    /** A folder that a power failure takes away takes its files along: each new one is brought to the disk by its parent. */
    private void makeParents(Path file) throws IOException {
        Path folder = parentOf(file);
        if (Files.isDirectory(folder)) {
            return;
        }
        makeParents(folder);
        try {
            Files.createDirectory(folder, folderRights);
            sync(parentOf(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The root of the file system is no place for files");
        }
        return parent;
    }

    private static FileAttribute<?>[] rights(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
