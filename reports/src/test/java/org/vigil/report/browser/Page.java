package org.vigil.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A tab of the browser. */
public final class Page implements AutoCloseable {
    private static final int LOAD_SECONDS = 30;
    private static final int SCREEN_HEIGHT = 900;

    /** A key of the keyboard. */
    public enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\r"),
        SPACE(" ", 32, " ");

        private final String name;
        private final int code;
        private final String text;

        Key(String name, int code, String text) {
            this.name = name;
            this.code = code;
            this.text = text;
        }
    }

    private final DevTools tools;
    private final String target;
    private final String session;
    private boolean runsScripts = true;

    Page(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        for (String part : List.of("Page", "Network", "Log", "Runtime")) {
            call(part + ".enable", Map.of());
        }
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    /** Sets the width of the window in CSS pixels. */
    public Page resize(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", SCREEN_HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Lets no script of the page run. */
    public Page withoutScripts() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        runsScripts = false;
        return this;
    }

    /** Saves what is downloaded into a folder, without asking. */
    public Page savingTo(Path folder) {
        call("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        return this;
    }

    /** Shows the page as it is printed. */
    public Page asPrinted() {
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        return this;
    }

    /** Opens a file and waits until it is loaded, fonts too. */
    public Page open(Path file) {
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOAD_SECONDS);
        while (!evaluate("document.readyState == 'complete' && document.fonts.status == 'loaded'")
                .asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(file + " was not loaded in " + LOAD_SECONDS + " s");
            }
            sleep();
        }
        return runsScripts ? settle() : this;
    }

    /** Waits until what has changed is laid out and scripts that watch sizes have seen it: two frames. */
    public Page settle() {
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        return this;
    }

    /** The value of an expression of JavaScript; of a promise, when it is kept. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("JavaScript failed: "
                    + answer.path("exceptionDetails")
                            .path("exception")
                            .path("description")
                            .asText());
        }
        return answer.path("result").path("value");
    }

    /** The texts of an expression that is a list of texts. */
    public List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        evaluate(expression).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** Presses a key and lets it go. */
    public void press(Key key) {
        Map<String, Object> down = Map.of(
                "type",
                key.text.isEmpty() ? "rawKeyDown" : "keyDown",
                "key",
                key.name,
                "windowsVirtualKeyCode",
                key.code,
                "text",
                key.text);
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key.name, "windowsVirtualKeyCode", key.code));
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** The page from its top left corner on, as much as there is. */
    public BufferedImage picture(int width, int height) {
        String png = call(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
                .path("data")
                .asText();
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        } catch (IOException e) {
            throw new UncheckedIOException("The browser sent a picture that is none", e);
        }
    }

    /** Addresses asked for so far, without those inside the page itself. */
    public List<String> requests() {
        return tools.events(session, "Network.requestWillBeSent").stream()
                .map(e -> e.path("request").path("url").asText())
                .filter(url -> !url.startsWith("data:") && !url.startsWith("about:"))
                .distinct()
                .toList();
    }

    /** What the browser complained of so far: errors of scripts, what the page's policy forbade. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        tools.events(session, "Log.entryAdded")
                .forEach(e -> complaints.add(e.path("entry").path("text").asText()));
        tools.events(session, "Runtime.exceptionThrown")
                .forEach(e -> complaints.add(e.path("exceptionDetails")
                        .path("exception")
                        .path("description")
                        .asText()));
        return List.copyOf(complaints);
    }

    static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting for the browser was interrupted", e);
        }
    }

    @Override
    public void close() {
        tools.call("", "Target.closeTarget", Map.of("targetId", target));
    }
}
