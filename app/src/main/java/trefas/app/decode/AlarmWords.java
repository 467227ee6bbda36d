package trefas.app.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.ToIntFunction;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.dlms.explain.Explanation;
import trefas.readout.AlarmMessage;

/// Puts an alarm call of this meter into words where a notification is explained: which number is what, and which
/// events its bits are (decision 0047).
public final class AlarmWords {

    /// What an explained notification calls its value.
    private static final String BODY = "notification-body";

    private static final List<String> NAMES = List.of(
            "list",
            "time",
            "meter-number",
            "event-status-a",
            "event-status-b",
            "reason",
            "came in event-status-a",
            "came in event-status-b",
            "went in event-status-b");

    private AlarmWords() {}

    /// The same tree, in which alarm calls are told.
    public static Explanation in(Explanation explanation) {
        if (explanation.name().equals(BODY)) {
            return call(explanation).map(call -> told(explanation, call)).orElse(explanation);
        }
        return with(
                explanation,
                explanation.name(),
                explanation.value(),
                explanation.parts().stream().map(AlarmWords::in).toList());
    }

    private static Optional<AlarmMessage> call(Explanation body) {
        if (body.parts().size() != AlarmMessage.PARTS || !body.isWellFormed()) {
            return Optional.empty();
        }
        var octets = new byte[body.length()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) body.source().octets().octet(body.offset() + i);
        }
        return Axdr.decode(octets) instanceof Decoded.Complete<CosemData>(CosemData value, int _)
                ? AlarmMessage.of(value)
                : Optional.empty();
    }

    private static Explanation told(Explanation body, AlarmMessage call) {
        List<String> words = List.of(
                "alarm call",
                "",
                "",
                eventsA(call.eventStatusA()),
                eventsB(call.eventStatusB()),
                reason(call.reason()),
                eventsA(call.risenA()),
                eventsB(call.risenB()),
                eventsB(call.fallenB()));
        var parts = new ArrayList<Explanation>();
        for (int part = 0; part < AlarmMessage.PARTS; part++) {
            Explanation plain = body.parts().get(part);
            String more = words.get(part);
            parts.add(with(
                    plain,
                    NAMES.get(part),
                    more.isEmpty() ? plain.value() : plain.value() + ": " + more,
                    plain.parts()));
        }
        return with(body, body.name(), reason(call.reason()) + " of meter " + call.meterNumber(), parts);
    }

    private static Explanation with(Explanation plain, String name, String value, List<Explanation> parts) {
        return new Explanation(plain.source(), plain.offset(), plain.length(), name, value, plain.remarks(), parts);
    }

    private static String reason(AlarmMessage.Reason reason) {
        return switch (reason) {
            case ALARM -> "alarm";
            case LAST_GASP -> "last gasp";
        };
    }

    private static String eventsA(int bits) {
        return words(bits, EventA.values(), EventA::mask);
    }

    private static String eventsB(int bits) {
        return words(bits, EventB.values(), EventB::mask);
    }

    /// The events whose bits are set, by their names, and bits of no event by their numbers.
    private static <E extends Enum<E>> String words(int bits, E[] events, ToIntFunction<E> mask) {
        var words = new StringJoiner(", ");
        int left = bits;
        for (E event : events) {
            if ((bits & mask.applyAsInt(event)) != 0) {
                words.add(event.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                left &= ~mask.applyAsInt(event);
            }
        }
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((left >>> bit & 1) != 0) {
                words.add("bit " + bit);
            }
        }
        return words.length() == 0 ? "none" : words.toString();
    }
}
