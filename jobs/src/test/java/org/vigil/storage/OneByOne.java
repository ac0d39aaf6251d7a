package org.vigil.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the stand-in for S3 and hands it one conditional put at a time. S3 checks the condition and puts the object as one; the stand-in checks
 * first and puts afterwards, so that two at once may both pass.
 */
final class OneByOne implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger conditionalPuts = new AtomicInteger();
    private final AtomicBoolean loseNextAnswer = new AtomicBoolean();
    private final Object turn = new Object();
    private final String target;
    private final HttpServer server;

    private OneByOne(String target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static OneByOne before(String target) throws IOException {
        // Else every answer with a body waits 40 ms for the other end to acknowledge its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        OneByOne proxy = new OneByOne(target);
        proxy.server.setExecutor(proxy.threads);
        proxy.server.createContext("/", proxy::hand);
        proxy.server.start();
        return proxy;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int conditionalPuts() {
        return conditionalPuts.get();
    }

    /** The next conditional put is carried out, and its sender is told that the service failed. */
    void loseNextAnswer() {
        loseNextAnswer.set(true);
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                conditionalPuts.incrementAndGet();
                synchronized (turn) {
                    pass(exchange, loseNextAnswer.getAndSet(false));
                }
            } else {
                pass(exchange, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, boolean lose) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (lose) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        answer.headers().map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(lower) || (isHead && lower.equals("content-length"))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
