package trefas.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Server-sent events for one listener, on a thread of its own. It looks at the meter four times a second and sends
/// what has changed since it last sent it, so a listener that falls behind blocks nobody and finds the newest state
/// when it is back. The first look sends everything.
final class EventStream {

    /// What a listener can ask for.
    enum Topic {
        LIVE,
        DISPLAY,
        GRID,
        MODULE,
        RIGHT_BUTTON;

        String event() {
            return switch (this) {
                case LIVE -> "live";
                case DISPLAY -> "display";
                case GRID -> "grid";
                case MODULE -> "module";
                case RIGHT_BUTTON -> "right-button";
            };
        }

        private String data(Desk desk, Moment moment) {
            return switch (this) {
                case LIVE -> Json.live(moment);
                case DISPLAY -> Json.display(moment.display());
                case GRID -> Json.grid(desk);
                case MODULE -> Json.module(desk.module());
                case RIGHT_BUTTON -> Json.rightButton(desk.rightButton());
            };
        }
    }

    static final int LOOKS_PER_SECOND = 4;
    static final int KEEP_ALIVE_SECONDS = 10;
    static final int RETRY_MILLISECONDS = 1_000;
    static final int LOOK_MILLISECONDS = 1_000 / LOOKS_PER_SECOND;

    /// A listener that does not take an event for so long loses its place.
    static final int STALLED_SECONDS_MAX = 30;

    private static final String PARAMETER = "topics=";

    private final Desk desk;
    private final List<Topic> topics;
    private final CountDownLatch closing;
    private final StallWatch watch;
    private final int lookMilliseconds;

    /// @param closing opens when the server closes
    /// @param watch over each write
    /// @param lookMilliseconds between two looks at the meter
    EventStream(Desk desk, List<Topic> topics, CountDownLatch closing, StallWatch watch, int lookMilliseconds) {
        this.desk = desk;
        this.topics = topics;
        this.closing = closing;
        this.watch = watch;
        this.lookMilliseconds = lookMilliseconds;
    }

    /// The topics of the decoded query `topics=meter/21830417/live,meter/21830417/display`; empty if one of them does
    /// not exist or none is named.
    static Optional<List<Topic>> topics(String query, String serialNumber) {
        if (!query.startsWith(PARAMETER)) {
            return Optional.empty();
        }
        var topics = new ArrayList<Topic>();
        for (String name : query.substring(PARAMETER.length())
                .replace("%2F", "/")
                .replace("%2C", ",")
                .split(",", -1)) {
            Optional<Topic> topic = List.of(Topic.values()).stream()
                    .filter(t -> name.equals("meter/" + serialNumber + "/" + t.event()))
                    .findFirst();
            if (topic.isEmpty()) {
                return Optional.empty();
            }
            topics.add(topic.get());
        }
        return Optional.of(List.copyOf(topics));
    }

    /// Sends until the server closes.
    ///
    /// @throws IOException when the listener has hung up, or has stalled for longer than the watch allows
    void send(OutputStream out) throws IOException, InterruptedException {
        Map<Topic, String> sent = new LinkedHashMap<>();
        write(out, "retry: " + RETRY_MILLISECONDS + "\n\n");
        int quietLooks = 0;
        do {
            String news = news(sent);
            quietLooks = news.isEmpty() ? quietLooks + 1 : 0;
            if (!news.isEmpty()) {
                write(out, news);
            } else if (quietLooks >= KEEP_ALIVE_SECONDS * LOOKS_PER_SECOND) {
                write(out, ": keep-alive\n\n");
                quietLooks = 0;
            }
        } while (!closing.await(lookMilliseconds, TimeUnit.MILLISECONDS));
    }

    private String news(Map<Topic, String> sent) {
        Moment moment = desk.moment();
        var events = new StringBuilder();
        for (Topic topic : topics) {
            String data = topic.data(desk, moment);
            if (!data.equals(sent.put(topic, data))) {
                events.append("event: ")
                        .append(topic.event())
                        .append("\ndata: ")
                        .append(data)
                        .append("\n\n");
            }
        }
        return events.toString();
    }

    private void write(OutputStream out, String text) throws IOException {
        try (var _ = watch.over(Thread.currentThread())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
