package org.vigil.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.vigil.release.Audience;
import org.vigil.release.SourcesTable;
import org.vigil.release.TableRows;

/** Who may read the folders and files of a release, where the file system knows owners. */
enum FolderAccess {
    OWNER_ONLY("rwx------", "rw-------"),
    EVERYONE("rwxr-xr-x", "rw-r--r--");

    private final String folders;
    private final String files;

    FolderAccess(String folders, String files) {
        this.folders = folders;
        this.files = files;
    }

    /** A public release is for everybody. A restricted one is for its owner, unless the table of its sources says of each that it is public already. */
    static FolderAccess of(ReleaseContent content) {
        return content.audience() == Audience.PUBLIC
                        || content.tables().stream()
                                .filter(rows -> rows.table().equals(SourcesTable.TABLE))
                                .anyMatch(FolderAccess::areAllPublic)
                ? EVERYONE
                : OWNER_ONLY;
    }

    private static boolean areAllPublic(TableRows sources) {
        TableRows.Cells isPublic = sources.column(SourcesTable.IS_ALREADY_PUBLIC);
        for (int row = 0; row < sources.size(); row++) {
            if (!isPublic.booleanAt(row)) {
                return false;
            }
        }
        return sources.size() > 0;
    }

    /** Gives a folder, or a file, and everything under it these rights. */
    void grant(Path root) throws IOException {
        if (Files.getFileAttributeView(root, PosixFileAttributeView.class) == null) {
            return;
        }
        Set<PosixFilePermission> forFolders = PosixFilePermissions.fromString(folders);
        Set<PosixFilePermission> forFiles = PosixFilePermissions.fromString(files);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(folder, forFolders);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(file, forFiles);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
