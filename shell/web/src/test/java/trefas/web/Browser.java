package trefas.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A face server on a free port and a client that talks to it.
final class Browser implements AutoCloseable {

    static final String METER = "/api/v1/meters/" + FakeDesk.SERIAL;

    final FakeDesk desk = new FakeDesk();
    final FaceServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Browser() throws IOException {
        this(Duration.ofSeconds(EventStream.STALLED_SECONDS_MAX));
    }

    /// @param stalledMax a stream's listener that takes nothing for so long loses its place
    Browser(Duration stalledMax) throws IOException {
        server = FaceServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), desk, stalledMax);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> handler, String path, String... headers)
            throws IOException, InterruptedException {
        return client.send(request("GET", path, "", headers), handler);
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
