package org.vigil.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** What HDFS and S3 have in common: everything but how a file comes into being. */
abstract class HadoopStorage implements FileStorage {
    /** Folders that vanish while they are listed are looked at again so often. */
    private static final int LISTINGS = 3;

    private final Path root;
    private final FileSystem files;

    HadoopStorage(Path root, FileSystem files) {
        this.root = files.makeQualified(root);
        this.files = files;
    }

    /** The folder at an address of one of the kinds that have a commit step of their own. Settings come from the class path, as Hadoop's do. */
    static HadoopStorage at(String location) throws IOException {
        try {
            Path root = new Path(location);
            Configuration settings = new Configuration();
            // The default stream of Hadoop 3.5 goes on for a minute when an object was replaced or removed while it was
            // opened.
            settings.set("fs.s3a.input.stream.type", "classic");
            FileSystem files = FileSystem.get(root.toUri(), settings);
            return files.getScheme().equals("s3a") ? new S3Storage(root, files) : new HdfsStorage(root, files);
        } catch (RuntimeException | LinkageError e) {
            // So Hadoop reports hosts and file systems that it does not know.
            throw new IOException(e);
        }
    }

    /** A new file and the folders that it needs; refuses one that exists. */
    abstract FSDataOutputStream create(Path file) throws IOException;

    final FileSystem files() {
        return files;
    }

    final Path path(String name) {
        return name.isEmpty() ? root : new Path(root, name);
    }

    @Override
    public final boolean exists(String name) throws IOException {
        try {
            return files.getFileStatus(path(name)).isFile();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    @Override
    public final List<StoredFile> list(String folder) throws IOException {
        for (int listing = 1; ; listing++) {
            try {
                return listed(path(folder));
            } catch (FileNotFoundException e) {
                if (!files.exists(path(folder))) {
                    return List.of();
                }
                if (listing == LISTINGS) {
                    throw e;
                }
            }
        }
    }

    private List<StoredFile> listed(Path folder) throws IOException {
        int outside = root.toUri().getPath().replaceAll("/$", "").length() + 1;
        List<StoredFile> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            found.add(new StoredFile(
                    file.getPath().toUri().getPath().substring(outside),
                    file.getLen(),
                    Instant.ofEpochMilli(file.getModificationTime())));
        }
        return found;
    }

    @Override
    public final InputStream open(String name) throws IOException {
        return files.open(path(name));
    }

    @Override
    public final InputFile input(String name) throws IOException {
        return HadoopInputFile.fromPath(path(name), files.getConf());
    }

    @Override
    public final OutputFile output(String name) {
        Path file = path(name);
        return new NewFile(file.toString(), () -> new HadoopOutput(create(file)));
    }

    @Override
    public final void delete(String name) throws IOException {
        files.delete(path(name), false);
    }

    @Override
    public final void deleteFolder(String name) throws IOException {
        files.delete(path(name), true);
    }
}
