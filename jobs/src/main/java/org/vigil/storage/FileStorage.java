package org.vigil.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * What a kind of file system does for a folder. Names are relative to it and of the right form; who calls makes sentences of failures. Missing
 * files are {@link java.io.FileNotFoundException} or {@link java.nio.file.NoSuchFileException}, as the file system has it.
 */
interface FileStorage {
    /** Whether there is a file, not a folder, of that name. */
    boolean exists(String name) throws IOException;

    /** Every file at any depth below a folder ("" for the whole), in any order, those being written included; names as elsewhere here. */
    List<StoredFile> list(String folder) throws IOException;

    InputStream open(String name) throws IOException;

    /** For readers of Parquet. */
    InputFile input(String name) throws IOException;

    /** For writers of Parquet: makes folders as needed, refuses a file that exists, durable once closed. */
    OutputFile output(String name) throws IOException;

    /** Whoever reads sees the old content or the new. */
    void replace(String name, byte[] content) throws IOException;

    /** Makes the name exist with this content in one step; false, and nothing changed, if it exists already. */
    boolean createAtomically(String name, byte[] content) throws IOException;

    /** Nothing happens if there is none. */
    void delete(String name) throws IOException;

    /** With everything in it; nothing happens if there is none. */
    void deleteFolder(String name) throws IOException;
}
