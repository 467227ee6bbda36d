package trefas.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A running web server with one meter's face, its API and its event stream; one virtual thread for each request.
///
/// It listens on loopback only, because it asks nobody for a password.
public final class FaceServer implements AutoCloseable {

    /// Larger request bodies are refused.
    public static final int BODY_OCTETS_MAX = 16_384;

    /// Listeners to the event stream at the same time.
    public static final int STREAMS_MAX = 32;

    private static final String STREAM = "/api/v1/stream";
    private static final int SYSTEM_BACKLOG = 0;
    private static final int LENGTH_UNKNOWN = 0;
    private static final int NO_BODY = -1;
    private static final int NOT_ANSWERED = -1;

    private static final System.Logger LOG = System.getLogger(FaceServer.class.getName());

    /// The page may load its own files and talk to its own server, nothing else.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore freeStreams = new Semaphore(STREAMS_MAX);
    private final PageFiles files = new PageFiles();
    private final StallWatch watch;
    private final Desk desk;
    private final Api api;

    private FaceServer(HttpServer server, Desk desk, Duration stalledMax) {
        this.server = server;
        this.watch = new StallWatch(stalledMax);
        this.desk = desk;
        this.api = new Api(desk);
    }

    /// Starts serving.
    ///
    /// @param address a loopback address; port 0 picks a free port
    /// @throws IOException with one sentence for the person at the keyboard: port taken, or not a loopback address
    public static FaceServer open(InetSocketAddress address, Desk desk) throws IOException {
        return open(address, desk, Duration.ofSeconds(EventStream.STALLED_SECONDS_MAX));
    }

    /// @param stalledMax a stream's listener that takes nothing for so long loses its place
    static FaceServer open(InetSocketAddress address, Desk desk, Duration stalledMax) throws IOException {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IOException("The face cannot be served on " + address.getHostString()
                    + ": it asks for no password, so it listens on 127.0.0.1 or ::1 only.");
        }
        // Without it an answer waits some 40 ms for the acknowledgement of its own header.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        HttpServer server;
        try {
            server = HttpServer.create(address, SYSTEM_BACKLOG);
        } catch (BindException taken) {
            throw new IOException(
                    "The face cannot be served on port " + address.getPort() + ": " + taken.getMessage() + ".", taken);
        }
        var face = new FaceServer(server, desk, stalledMax);
        server.createContext("/", face::serve);
        server.setExecutor(face.threads);
        server.start();
        return face;
    }

    /// The port it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    /// Ends all streams and stops listening.
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
        watch.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    /// A desk that throws is our bug. Whoever asked is told so, unless an answer is on its way already.
    private void answer(HttpExchange exchange) throws IOException {
        try {
            String method = exchange.getRequestMethod();
            String path =
                    Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
            Optional<String> refusal = Visitor.refusal(exchange.getRequestHeaders(), !Api.isRead(method));
            if (refusal.isPresent()) {
                send(exchange, Answer.problem(Answer.FORBIDDEN, refusal.get()));
            } else if (path.equals(STREAM)) {
                stream(exchange);
            } else {
                Optional<PageFiles.PageFile> file = files.at(path);
                if (file.isPresent()) {
                    sendFile(exchange, file.get());
                } else {
                    send(exchange, answer(exchange, method, path));
                }
            }
        } catch (RuntimeException | AssertionError bug) {
            LOG.log(Level.ERROR, exchange.getRequestMethod() + " " + exchange.getRequestURI(), bug);
            if (exchange.getResponseCode() == NOT_ANSWERED) {
                send(exchange, Answer.problem(Answer.BROKEN, "The meter could not answer; its log says why."));
            }
        }
    }

    private Answer answer(HttpExchange exchange, String method, String path) throws IOException {
        if (path.equals("/healthz")) {
            return Api.isRead(method) ? Answer.json("{\"status\":\"up\"}") : Answer.notAllowed("GET, HEAD");
        }
        if (path.equals("/readyz")) {
            return Api.isRead(method) ? api.readiness() : Answer.notAllowed("GET, HEAD");
        }
        if (!path.equals(Api.METERS) && !path.startsWith(Api.METERS + "/")) {
            return Api.nothingHere(path);
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(BODY_OCTETS_MAX + 1);
        }
        if (body.length > BODY_OCTETS_MAX) {
            return Answer.problem(Answer.CONTENT_TOO_LARGE, "The body is larger than " + BODY_OCTETS_MAX + " octets.");
        }
        String contentType = header(exchange, "Content-Type");
        if (body.length > 0 && !contentType.split(";", 2)[0].strip().equalsIgnoreCase(Answer.JSON)) {
            return Answer.problem(Answer.UNSUPPORTED_MEDIA_TYPE, "Send the body as " + Answer.JSON + ".");
        }
        return api.answer(method, path, query(exchange), body);
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, Answer.notAllowed("GET"));
            return;
        }
        Optional<List<EventStream.Topic>> topics = EventStream.topics(query(exchange), desk.serialNumber());
        if (topics.isEmpty()) {
            String meter = "meter/" + desk.serialNumber();
            send(
                    exchange,
                    Answer.problem(
                            Answer.BAD_REQUEST,
                            "Ask for topics=" + meter + "/live," + meter + "/display," + meter + "/grid," + meter
                                    + "/module," + meter + "/right-button or some of them."));
            return;
        }
        if (!freeStreams.tryAcquire()) {
            send(
                    exchange,
                    Answer.problem(Answer.UNAVAILABLE, STREAMS_MAX + " streams are open already; close one first."));
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            commonHeaders(exchange, "text/event-stream", Map.of("Cache-Control", "no-store"));
            exchange.sendResponseHeaders(Answer.OK, LENGTH_UNKNOWN);
            new EventStream(desk, topics.get(), closing, watch, EventStream.LOOK_MILLISECONDS).send(out);
        } catch (IOException hungUp) {
            // The listener is gone; it holds nothing that must be undone.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            freeStreams.release();
        }
    }

    private static void sendFile(HttpExchange exchange, PageFiles.PageFile file) throws IOException {
        if (!Api.isRead(exchange.getRequestMethod())) {
            send(exchange, Answer.notAllowed("GET, HEAD"));
            return;
        }
        boolean gzip = header(exchange, "Accept-Encoding").contains("gzip");
        commonHeaders(
                exchange,
                file.contentType(),
                Map.of("Cache-Control", "no-cache", "ETag", file.entityTag(), "Vary", "Accept-Encoding"));
        if (header(exchange, "If-None-Match").equals(file.entityTag())) {
            exchange.sendResponseHeaders(Answer.NOT_MODIFIED, NO_BODY);
            return;
        }
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        sendBody(exchange, Answer.OK, file.octets(gzip));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        commonHeaders(exchange, answer.contentType(), answer.headers());
        sendBody(exchange, answer.status(), answer.octets());
    }

    private static void sendBody(HttpExchange exchange, int status, byte[] octets) throws IOException {
        if (octets.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(status, octets.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(octets);
        }
    }

    private static void commonHeaders(HttpExchange exchange, String contentType, Map<String, String> more) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType);
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        more.forEach(headers::set);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static String query(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    }
}
