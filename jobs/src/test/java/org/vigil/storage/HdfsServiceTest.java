package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a name node and a data node of Hadoop's own. */
final class HdfsServiceTest extends ServiceContract {
    private static MiniDFSCluster cluster;

    @BeforeAll
    static void start(@TempDir Path disks) throws IOException {
        // Its nodes tell at length of the races that we lose on purpose.
        Configurator.setLevel("org.apache.hadoop", Level.OFF);
        cluster = new MiniDFSCluster.Builder(new Configuration(), disks.toFile())
                .numDataNodes(1)
                .build();
    }

    @AfterAll
    static void stop() {
        cluster.shutdown(true);
    }

    @Override
    StorageFolder newFolder(Path temporary) {
        return StorageFolder.at(cluster.getURI() + "/stores/" + UUID.randomUUID());
    }

    @Override
    int rounds() {
        return 3;
    }

    @Test
    void whatItMakesIsForItsOwnerOnly() throws IOException {
        folder().write("layers/a", bytes(1));
        folder().output("layers/b").create(0).close();
        var files = cluster.getFileSystem();
        var root = new org.apache.hadoop.fs.Path(URI.create(folder().location()));
        assertEquals("rwx------", files.getFileStatus(root).getPermission().toString());
        for (String name : new String[] {"layers/a", "layers/b"}) {
            assertEquals(
                    "rw-------",
                    files.getFileStatus(new org.apache.hadoop.fs.Path(root, name))
                            .getPermission()
                            .toString());
        }
    }

    @Test
    void saysThatAQuotaIsUsedUp() throws IOException {
        folder().write("a", bytes(1));
        cluster.getFileSystem()
                .setQuota(new org.apache.hadoop.fs.Path(URI.create(folder().location())), 3, Long.MAX_VALUE);
        folder().write("b", bytes(1));
        assertEquals(
                "Could not write c in " + folder().location()
                        + ": the disk is full or a quota is used up; expected room for the whole"
                        + " file. Free some space or choose another location.",
                assertThrows(StorageException.class, () -> folder().write("c", bytes(1)))
                        .getMessage());
    }
}
