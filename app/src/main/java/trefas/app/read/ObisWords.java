package trefas.app.read;

import java.util.Map;
import java.util.Optional;
import trefas.quantity.Obis;

/// What an OBIS code means, in a few words (IEC 62056-6-1). Empty for codes of makers and countries.
public final class ObisWords {

    private static final int ABSTRACT = 0;
    private static final int ELECTRICITY = 1;
    private static final int NO_BILLING_PERIOD = 255;
    private static final int PHASE_STEP = 20;
    private static final int PHASES = 3;
    private static final int FIRST_PHASE = 21;
    private static final int LAST_PHASE = 80;

    /// C and D of abstract objects, with E where it decides.
    private static final Map<String, String> ABSTRACT_WORDS = Map.ofEntries(
            Map.entry("1.0", "clock"),
            Map.entry("2.0", "firmware"),
            Map.entry("9.1", "time"),
            Map.entry("9.2", "date"),
            Map.entry("10.0", "script table"),
            Map.entry("11.0", "special days"),
            Map.entry("12.0", "schedule"),
            Map.entry("13.0", "activity calendar"),
            Map.entry("15.0", "single action schedule"),
            Map.entry("16.0", "register monitor"),
            Map.entry("17.0", "limiter"),
            Map.entry("19.0", "account"),
            Map.entry("20.0", "optical port"),
            Map.entry("21.0", "standard readout"),
            Map.entry("22.0", "HDLC setup"),
            Map.entry("24.1", "M-Bus client"),
            Map.entry("24.2", "M-Bus value"),
            Map.entry("24.4", "M-Bus valve or breaker"),
            Map.entry("25.0", "TCP-UDP setup"),
            Map.entry("25.1", "IPv4 setup"),
            Map.entry("25.9", "push setup"),
            Map.entry("40.0", "association"),
            Map.entry("41.0", "SAP assignment"),
            Map.entry("42.0", "logical device name"),
            Map.entry("43.0", "security setup"),
            Map.entry("43.1", "invocation counter"),
            Map.entry("44.0", "image transfer"),
            Map.entry("65.0", "utility table"),
            Map.entry("94.31", "country's own"),
            Map.entry("96.1", "device number"),
            Map.entry("96.3", "breaker or inputs and outputs"),
            Map.entry("96.5", "internal status"),
            Map.entry("96.7", "power failures"),
            Map.entry("96.8", "operating time"),
            Map.entry("96.11", "event code"),
            Map.entry("96.13", "message to the consumer"),
            Map.entry("96.14", "tariff in force"),
            Map.entry("97.97", "error register"),
            Map.entry("97.98", "alarm register"),
            Map.entry("98.1", "billing values"),
            Map.entry("99.1", "load profile"),
            Map.entry("99.2", "load profile 2"),
            Map.entry("99.98", "event log"));

    /// C of electricity, for all phases.
    private static final Map<Integer, String> QUANTITIES = Map.ofEntries(
            Map.entry(1, "active import"),
            Map.entry(2, "active export"),
            Map.entry(3, "reactive import"),
            Map.entry(4, "reactive export"),
            Map.entry(5, "reactive QI"),
            Map.entry(6, "reactive QII"),
            Map.entry(7, "reactive QIII"),
            Map.entry(8, "reactive QIV"),
            Map.entry(9, "apparent import"),
            Map.entry(10, "apparent export"),
            Map.entry(11, "current"),
            Map.entry(12, "voltage"),
            Map.entry(13, "power factor"),
            Map.entry(14, "frequency"),
            Map.entry(15, "active absolute"),
            Map.entry(16, "active net"),
            Map.entry(91, "neutral current"),
            Map.entry(92, "neutral voltage"));

    private static final Map<Integer, String> PROCESSINGS = Map.ofEntries(
            Map.entry(2, "cumulative maximum"),
            Map.entry(4, "demand now"),
            Map.entry(5, "last demand"),
            Map.entry(6, "maximum demand"),
            Map.entry(7, "now"),
            Map.entry(8, "energy"),
            Map.entry(9, "energy of the billing period"),
            Map.entry(24, "mean"),
            Map.entry(25, "last mean"),
            Map.entry(29, "energy of the interval"),
            Map.entry(31, "below threshold"),
            Map.entry(35, "above threshold"));

    private ObisWords() {}

    public static Optional<String> of(Obis obis) {
        return switch (obis.a()) {
            case ABSTRACT -> Optional.ofNullable(ABSTRACT_WORDS.get(obis.c() + "." + obis.d()));
            case ELECTRICITY -> electricity(obis);
            default -> Optional.empty();
        };
    }

    private static Optional<String> electricity(Obis obis) {
        String general = ABSTRACT_WORDS.get(obis.c() + "." + obis.d());
        if (obis.c() >= 94 && general != null) {
            return Optional.of(general);
        }
        int c = obis.c();
        String phase = "";
        if (c >= FIRST_PHASE && c <= LAST_PHASE) {
            int number = (c - FIRST_PHASE) / PHASE_STEP + 1;
            phase = number <= PHASES ? " L" + number : "";
            c -= PHASE_STEP * number;
        }
        String quantity = QUANTITIES.get(c);
        String processing = PROCESSINGS.get(obis.d());
        if (quantity == null || processing == null) {
            return Optional.empty();
        }
        String tariff = obis.e() == 0 ? "" : obis.d() == 7 ? " " + obis.e() : " tariff " + obis.e();
        String period = obis.f() == NO_BILLING_PERIOD ? "" : " of period " + obis.f();
        return Optional.of(quantity + phase + " " + processing + tariff + period);
    }
}
