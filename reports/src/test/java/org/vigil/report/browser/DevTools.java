package org.vigil.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection to a browser: calls are answered in turn, events are kept for whoever asks. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_SECONDS = 60;

    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final StringBuilder received = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket.complete(HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .join());
        return tools;
    }

    /**
     * Calls a method and waits for its answer.
     *
     * @param session a tab's session, or the empty text for the browser itself
     * @param method for example {@code Page.navigate}
     * @param parameters as the protocol names them
     */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        try {
            socket.join().sendText(JSON.writeValueAsString(message), true).join();
            JsonNode answered = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answered.has("error")) {
                throw new IllegalStateException(method + " failed: "
                        + answered.path("error").path("message").asText());
            }
            return answered.path("result");
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(method + " failed", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + " was not answered in " + ANSWER_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " was interrupted", e);
        }
    }

    /** What has happened in a tab so far, in order. */
    List<JsonNode> events(String session, String method) {
        synchronized (events) {
            return events.stream()
                    .filter(e -> e.path("sessionId").asText().equals(session)
                            && e.path("method").asText().equals(method))
                    .map(e -> e.path("params"))
                    .toList();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        received.append(part);
        if (isLast) {
            accept(received.toString());
            received.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void accept(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> answer =
                    message.has("id") ? waiting.remove(message.path("id").asInt()) : null;
            if (answer != null) {
                answer.complete(message);
            } else {
                synchronized (events) {
                    events.add(message);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The browser sent what is not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        socket.join().abort();
    }
}
