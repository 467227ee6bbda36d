package trefas.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import trefas.device.status.AlarmSettings;
import trefas.device.status.EventA;
import trefas.device.status.EventB;

/// The key `meter.alarms:`: who is called, and for which events (dossier 16).
final class AlarmsSection {

    private static final String CALL = "call";
    private static final String END_POINT = "end-point";
    private static final String PORT = "port";
    private static final int EVENTS_MAX = Integer.SIZE;
    private static final int OCTET_MAX = 0xFF;

    private AlarmsSection() {}

    static AlarmSettings read(YamlSection alarms) {
        AlarmSettings made = AlarmSettings.DEFAULT;
        boolean isOn = alarms.value(CALL, PlanSection.ON_OR_OFF, AlarmsSection::onOrOff)
                .orElse(made.isOn());
        Optional<Long> endPoint =
                alarms.value(END_POINT, "an IPv4 address such as 172.16.4.120", AlarmsSection::address);
        Optional<Integer> port = alarms.whole(PORT, 0, AlarmSettings.PORT_MAX);
        var read = new AlarmSettings(
                isOn ? AlarmSettings.ON : AlarmSettings.OFF,
                endPoint.orElse(made.endPoint()),
                port.orElse(made.port()),
                eventsA(alarms, "events-a"),
                eventsB(alarms, "events-b"),
                eventsB(alarms, "ended-events-b"));
        // Of a value that is there and wrong another problem tells.
        boolean isNowhere = endPoint.map(address -> address == 0).orElse(!alarms.has(END_POINT))
                || port.map(number -> number == 0).orElse(!alarms.has(PORT));
        if (isOn && isNowhere) {
            alarms.problem(CALL, "meter.alarms.call is on, but end-point or port beside it are missing or 0");
        }
        alarms.refuseOthers();
        return read;
    }

    private static int eventsA(YamlSection alarms, String key) {
        return mask(alarms, key, "events such as tamper or magnet", named(EventA.values()), EventA::mask);
    }

    private static int eventsB(YamlSection alarms, String key) {
        return mask(alarms, key, "events such as missing-l1 or cover-open", named(EventB.values()), EventB::mask);
    }

    private static <E extends Enum<E>> int mask(
            YamlSection alarms,
            String key,
            String expected,
            Function<String, Optional<E>> reader,
            ToIntFunction<E> bit) {
        int mask = 0;
        for (E event : alarms.list(key, EVENTS_MAX, expected, reader).orElse(List.of())) {
            mask |= bit.applyAsInt(event);
        }
        return mask;
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> named(E[] events) {
        return text ->
                SettingsFile.oneOf(events).apply(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<Boolean> onOrOff(String text) {
        return switch (text) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> address(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        long address = 0;
        for (String octet : text.split("\\.", -1)) {
            int number = Integer.parseInt(octet);
            if (number > OCTET_MAX) {
                return Optional.empty();
            }
            address = address << Byte.SIZE | number;
        }
        return Optional.of(address);
    }
}
