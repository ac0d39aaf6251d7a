package org.vigil.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running Chromium with a fresh profile, which is deleted when it is closed. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final int START_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** The program of this machine: VIGIL_CHROMIUM, or where Linux distributions put it. */
    public static Optional<Path> find() {
        String named = System.getenv("VIGIL_CHROMIUM");
        return named == null
                ? PLACES.stream().filter(Files::isExecutable).findFirst()
                : Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    /** Starts the program. The pages are our own, so that it may run without its sandbox, which containers seldom allow. */
    public static Chromium start(Path program) {
        try {
            Path profile = Files.createTempDirectory("chromium");
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-quic",
                            "--disable-extensions",
                            "--disable-sync",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--no-first-run",
                            "--hide-scrollbars",
                            // The same pixels on every machine: no hints for a screen, no colour profile of one.
                            "--font-render-hinting=none",
                            "--disable-lcd-text",
                            "--force-color-profile=srgb",
                            "--force-device-scale-factor=1",
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("output.log").toFile())
                    .start();
            return new Chromium(process, profile, DevTools.connect(address(process, profile)));
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium could not be started: " + program, e);
        }
    }

    /** A new empty tab. */
    public Page newPage() {
        String target = tools.call("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = tools.call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new Page(tools, target, session);
    }

    private static URI address(Process process, Path profile) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Page.sleep();
        }
        process.destroyForcibly();
        throw new IOException("it opened no port for DevTools in " + START_SECONDS + " s; it said: "
                + Files.readString(profile.resolve("output.log")));
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The profile of Chromium could not be deleted: " + profile, e);
        }
    }
}
