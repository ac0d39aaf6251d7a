package org.vigil.storage;

import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file yet to be written by Parquet. Asked to overwrite, it refuses as well: what the store holds never changes. */
final class NewFile implements OutputFile {
    /** Makes the file. */
    @FunctionalInterface
    interface Creation {
        PositionOutputStream create() throws IOException;
    }

    private final String path;
    private final Creation creation;

    NewFile(String path, Creation creation) {
        this.path = path;
        this.creation = creation;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return creation.create();
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return creation.create();
    }

    /** Row groups are not padded to blocks: the files are small beside a block of HDFS. */
    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return path;
    }
}
