package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a stand-in for S3 that runs in a process of its own, through Hadoop's S3 file system. */
final class S3ServiceTest extends ServiceContract {
    private static final String ENDPOINT = "vigil.test.s3.endpoint";
    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports .*?([0-9]+) \\(http\\)");

    private static Process service;
    private static OneByOne oneByOne;

    @BeforeAll
    static void start(@TempDir Path disk) throws IOException, InterruptedException {
        String program = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> entry.matches(".*s3mock-[^/\\\\]*-exec\\.jar"))
                .findFirst()
                .orElseThrow();
        service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + disk,
                        "-jar",
                        program,
                        "--server.port=0",
                        "--http.port=0")
                .redirectErrorStream(true)
                .start();
        String standIn = "http://127.0.0.1:" + port(service.inputReader(StandardCharsets.UTF_8));
        int created = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(standIn + "/store"))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertEquals(200, created);
        oneByOne = OneByOne.before(standIn);
        System.setProperty(ENDPOINT, oneByOne.address());
        Configuration.addDefaultResource("org/vigil/storage/s3-service-site.xml");
    }

    /** Reads on in the background, so that the service never waits for a reader of its log. */
    private static String port(BufferedReader log) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread rest = new Thread(() -> log.lines().forEach(ignored -> {}));
                rest.setDaemon(true);
                rest.start();
                return started.group(1);
            }
        }
        throw new IllegalStateException("The stand-in for S3 did not start: " + said);
    }

    @AfterAll
    static void stop() {
        oneByOne.close();
        service.destroyForcibly();
    }

    @Override
    StorageFolder newFolder(Path temporary) {
        return StorageFolder.at("s3a://store/stores/" + UUID.randomUUID());
    }

    @Override
    int rounds() {
        return 2;
    }

    /** Were the condition forgotten, the stand-in would let the second writer win. */
    @Test
    void commitsArePutOnConditionThatThereIsNone() {
        int before = oneByOne.conditionalPuts();
        folder().createAtomically("a", bytes(1));
        assertEquals(before + 1, oneByOne.conditionalPuts());
        folder().replace("a", bytes(2));
        assertEquals(before + 1, oneByOne.conditionalPuts());
    }

    /** What the request did before its answer was lost shows when it is sent again. */
    @Test
    void recognisesItsOwnObjectWhenTheAnswerWasLost() {
        oneByOne.loseNextAnswer();
        assertTrue(folder().createAtomically("a", bytes(9)));
        assertArrayEquals(bytes(9), folder().read("a"));
        oneByOne.loseNextAnswer();
        assertFalse(folder().createAtomically("a", bytes(8)));
        assertArrayEquals(bytes(9), folder().read("a"));
    }
}
