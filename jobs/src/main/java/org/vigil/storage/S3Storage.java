package org.vigil.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a bucket. Commit step: the object is put on condition that there is none of that key (If-None-Match), which S3 checks and does as one.
 * The object carries the name of its writer, so that a writer whose first answer got lost, and who is refused when the request is sent again,
 * recognises the object as its own.
 */
final class S3Storage extends HadoopStorage {
    private static final String WRITER = "vigil-writer";
    private static final String WRITER_OPTION = "fs.s3a.create.header." + WRITER;
    private static final String WRITER_ATTRIBUTE = "header." + WRITER;

    /** S3 may turn both of two writers away at once and asks them to try again. */
    private static final int ATTEMPTS = 5;

    private static final long FIRST_PAUSE_MILLIS = 50;

    S3Storage(Path root, FileSystem files) {
        super(root, files);
    }

    @Override
    FSDataOutputStream create(Path file) throws IOException {
        return files().createFile(file).create().overwrite(false).recursive().build();
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        put(files().createFile(path(name)).create().overwrite(true).recursive(), content);
    }

    @Override
    public boolean createAtomically(String name, byte[] content) throws IOException {
        Path file = path(name);
        String writer = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            try {
                put(onlyIfAbsent(file, writer), content);
                return true;
            } catch (IOException e) {
                String owner = writerOf(file);
                if (owner != null) {
                    return owner.equals(writer);
                }
                if (attempt == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
                pause(FIRST_PAUSE_MILLIS << attempt);
            }
        }
    }

    private FSDataOutputStreamBuilder<?, ?> onlyIfAbsent(Path file, String writer) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = files().createFile(file);
        builder.create();
        builder.recursive();
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        builder.must(WRITER_OPTION, writer);
        return builder;
    }

    private static void put(FSDataOutputStreamBuilder<?, ?> builder, byte[] content) throws IOException {
        FSDataOutputStream out = builder.build();
        try {
            out.write(content);
        } catch (IOException e) {
            // Closing would put the part that was written.
            out.abort();
            throw e;
        }
        out.close();
    }

    /** Null if there is no such object; empty if its writer left no name. */
    private @Nullable String writerOf(Path file) throws IOException {
        try {
            byte[] writer = files().getXAttr(file, WRITER_ATTRIBUTE);
            return writer == null ? "" : new String(writer, StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    /** Precondition failed (412) or conflict (409), although there is no object: another put was under way, or the object is gone again. */
    private static boolean isConflict(IOException failure) {
        String words = failure.toString();
        return words.contains("Status Code: 409") || words.contains("Status Code: 412");
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for another writer");
        }
    }
}
