package org.vigil.storage;

import java.io.IOException;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A folder on HDFS. Commit step: a temporary file is brought to the disks of the data nodes and renamed without overwriting, which the name node
 * does as a whole or, if the name exists, not at all; asked twice after a lost answer, it gives the first answer again.
 */
final class HdfsStorage extends HadoopStorage {
    private static final FsPermission OWNER_ONLY_FOLDER = new FsPermission((short) 0700);
    private static final FsPermission OWNER_ONLY_FILE = new FsPermission((short) 0600);
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileContext names;

    HdfsStorage(Path root, FileSystem files) throws IOException {
        super(root, files);
        this.names = FileContext.getFileContext(files.getUri(), files.getConf());
    }

    @Override
    FSDataOutputStream create(Path file) throws IOException {
        files().mkdirs(file.getParent(), OWNER_ONLY_FOLDER);
        return files().create(
                        file,
                        OWNER_ONLY_FILE,
                        EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK),
                        BUFFER_BYTES,
                        files().getDefaultReplication(file),
                        files().getDefaultBlockSize(file),
                        null);
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        rename(name, content, Rename.OVERWRITE);
    }

    @Override
    public boolean createAtomically(String name, byte[] content) throws IOException {
        try {
            rename(name, content, Rename.NONE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void rename(String name, byte[] content, Rename rename) throws IOException {
        Path temporary = path(StorageName.pending(name));
        try {
            try (HadoopOutput out = new HadoopOutput(create(temporary))) {
                out.write(content);
            }
            names.rename(temporary, path(name), rename);
        } finally {
            files().delete(temporary, false);
        }
    }
}
