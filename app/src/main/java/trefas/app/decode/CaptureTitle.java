package trefas.app.decode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import trefas.dlms.capture.CapturedMessages.Message;
import trefas.dlms.explain.Speaker;

/// The line above a message of a capture file: when, from whom, to whom.
final class CaptureTitle {

    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CaptureTitle() {}

    static String of(Message message) {
        var time = Instant.ofEpochSecond(
                message.epochNanoseconds() / NANOSECONDS_PER_SECOND,
                message.epochNanoseconds() % NANOSECONDS_PER_SECOND);
        return TIME.format(time) + " UTC  " + (message.speaker() == Speaker.CLIENT ? "client " : "server ")
                + message.from() + " to " + message.to() + (message.isCut() ? " (cut)" : "");
    }
}
