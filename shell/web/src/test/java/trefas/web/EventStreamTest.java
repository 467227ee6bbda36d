package trefas.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.web.EventStream.Topic;

@Timeout(30)
class EventStreamTest {

    private static final String TOPICS =
            "/api/v1/stream?topics=meter/21830417/live,meter/21830417/display,meter/21830417/grid,meter/21830417/module"
                    + ",meter/21830417/right-button";

    private static final StallWatch WATCH = new StallWatch(Duration.ofSeconds(30));

    @AfterAll
    static void stopWatching() {
        WATCH.close();
    }

    @Test
    void theFirstLookTellsEverythingAndLaterOnesOnlyWhatChanged() throws Exception {
        try (var browser = new Browser()) {
            HttpResponse<InputStream> answer = browser.send(BodyHandlers.ofInputStream(), TOPICS);
            assertEquals(
                    "text/event-stream",
                    answer.headers().firstValue("Content-Type").orElseThrow());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertEquals("retry: 1000", lines.readLine());
                assertEquals("live", nextEvent(lines));
                assertEquals("display", nextEvent(lines));
                assertEquals("grid", nextEvent(lines));
                assertEquals("module", nextEvent(lines));
                assertEquals("right-button", nextEvent(lines));

                browser.send("POST", Browser.METER + "/buttons/left", "");
                browser.send("POST", Browser.METER + "/buttons/left", "");
                assertEquals("display", nextEvent(lines));
                browser.send("PUT", Browser.METER + "/grid", "{\"solar\": 6}");
                assertEquals("grid", nextEvent(lines));
                browser.send("PUT", Browser.METER + "/module", "{\"magnet\": true}");
                assertEquals("module", nextEvent(lines));
                browser.send("PUT", Browser.METER + "/buttons/right", "{\"slot\": \"vertical\"}");
                assertEquals("right-button", nextEvent(lines));
                browser.desk.second();
                assertEquals("live", nextEvent(lines));
            }
        }
    }

    @Test
    void streamsHaveALimit() throws Exception {
        try (var browser = new Browser()) {
            List<InputStream> open = new ArrayList<>();
            for (int i = 0; i < FaceServer.STREAMS_MAX; i++) {
                HttpResponse<InputStream> answer = browser.send(BodyHandlers.ofInputStream(), TOPICS);
                assertEquals(200, answer.statusCode());
                open.add(answer.body());
            }
            HttpResponse<String> refused = browser.get(TOPICS);
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("32 streams are open already; close one first."));

            // A place is free again when the server has noticed that a listener hung up.
            open.getFirst().close();
            int status = 503;
            while (status == 503) {
                browser.desk.second();
                HttpResponse<InputStream> next = browser.send(BodyHandlers.ofInputStream(), TOPICS);
                status = next.statusCode();
                open.add(next.body());
            }
            assertEquals(200, status);
            for (InputStream body : open) {
                body.close();
            }
        }
    }

    // Events far larger than what the network holds back for a reader, and readers that never read: each of their
    // threads stands in a write. More of them than there are places get one, so places come back.
    @Test
    void listenersThatStallLoseTheirPlaces() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try (var browser = new Browser(Duration.ofMillis(100))) {
            browser.desk.speed = "×".repeat(3_000_000);
            int served = 0;
            while (served < FaceServer.STREAMS_MAX + 4) {
                Socket socket = listen(browser);
                stalled.add(socket);
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                served += status.equals("HTTP/1.1 200") ? 1 : 0;
            }
            assertEquals(FaceServer.STREAMS_MAX + 4, served);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    // On a bare line: a client that has not read everything would itself wait for the reader when it is closed.
    @Test
    void closingTheServerEndsItsStreams() throws Exception {
        var browser = new Browser();
        try (Socket listener = listen(browser)) {
            assertEquals('H', listener.getInputStream().read());
            browser.close();

            assertTrue(endsAtLast(listener.getInputStream()));
        }
    }

    /// A line on which a stream was asked for.
    private static Socket listen(Browser browser) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), browser.server.port());
        socket.getOutputStream()
                .write(("GET " + TOPICS + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    // A listener that takes its first event slowly: ten seconds pass meanwhile and it gets the last of them only.
    @Test
    void aListenerThatFallsBehindGetsTheLatest() throws Exception {
        var desk = new FakeDesk();
        var closing = new CountDownLatch(1);
        var taken = new ArrayList<String>();
        var slow = new OutputStream() {
            @Override
            public void write(int octet) {
                throw new AssertionError("events are written whole");
            }

            @Override
            public void write(byte[] octets) {
                taken.add(new String(octets, StandardCharsets.UTF_8));
                for (int second = 0; taken.size() == 2 && second < 10; second++) {
                    desk.second();
                }
                if (taken.size() == 3) {
                    closing.countDown();
                }
            }
        };

        new EventStream(desk, List.of(Topic.LIVE), closing, WATCH, 1).send(slow);

        assertTrue(taken.get(1).contains("14:37:05+01:00"), taken::toString);
        assertTrue(taken.get(2).contains("14:37:15+01:00"), taken::toString);
        assertEquals(3, taken.size());
    }

    // Forty looks without news: ten seconds at four a second.
    @Test
    void aStreamThatIsQuietIsKeptAlive() throws Exception {
        var desk = new FakeDesk();
        var closing = new CountDownLatch(1);
        var sent = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                if (toString(StandardCharsets.UTF_8).endsWith(": keep-alive\n\n")) {
                    closing.countDown();
                }
            }
        };
        new EventStream(desk, List.of(Topic.GRID), closing, WATCH, 1).send(sent);

        assertTrue(sent.toString(StandardCharsets.UTF_8)
                .matches("(?s)retry: 1000\n\nevent: grid\n.*\n\n: keep-alive\n\n"));
    }

    @Test
    void topicsAreNamedByMeter() {
        assertEquals(
                Optional.of(List.of(Topic.GRID, Topic.LIVE)),
                EventStream.topics("topics=meter/1/grid,meter/1/live", "1"));
        assertEquals(Optional.empty(), EventStream.topics("topics=", "1"));
        assertEquals(Optional.empty(), EventStream.topics("", "1"));
        assertEquals(Optional.empty(), EventStream.topics("topics=meter/1/live,frames", "1"));
    }

    private static String nextEvent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("event: ")) {
            line = lines.readLine();
        }
        return line == null ? "end" : line.substring("event: ".length());
    }

    /// Waits for the end; the test's time limit says how long.
    private static boolean endsAtLast(InputStream body) {
        try {
            int octet = body.read();
            while (octet >= 0) {
                octet = body.read();
            }
        } catch (IOException cut) {
            return true;
        }
        return true;
    }
}
