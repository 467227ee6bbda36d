package trefas.cosem;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import trefas.quantity.Obis;

/// What OBIS codes mean in words: the one place for all tools that name objects of any meter (IEC 62056-6-1,
/// dossier G1 and G3). Names with a code of their own are looked up; quantities of electricity are put together from
/// their groups: quantity, what was made of it, phase, rate or harmonic, billing period.
public final class ObjectNames {

    private static final int ELECTRICITY = 1;
    private static final int ABSTRACT = 0;
    private static final int NOT_USED = 255;
    private static final int ENERGY_OF_THIS_PERIOD = 9;
    private static final int HARMONIC_LAST = 120;
    private static final int TOTAL_HARMONIC_DISTORTION = 124;
    private static final int INSTANTANEOUS = 7;
    private static final int LAST_PERIOD = 101;
    private static final int COUNTERS = 100;
    private static final int PHASE_QUANTITIES = 20;
    private static final int LAST_PHASE_QUANTITY = 80;
    private static final int RATES_MAX = 63;
    private static final int APPARENT_EXPORT = 10;
    private static final int SUM_OF_AMOUNTS = 15;
    private static final int NET_POWER = 16;

    /// From this C on electricity names its objects as the abstract medium does (dossier G1).
    private static final int GENERAL_FIRST = 94;

    /// C.D.E of names without a medium; the last group may be a `*`, which then counts in the name, unless it is 0.
    private static final Map<String, String> ABSTRACT_NAMES = Map.ofEntries(
            Map.entry("1.0.0", "clock"),
            Map.entry("1.1.0", "UNIX clock"),
            Map.entry("2.0.*", "firmware version"),
            Map.entry("9.1.*", "time"),
            Map.entry("9.2.*", "date"),
            Map.entry("10.0.0", "script table: meter reset"),
            Map.entry("10.0.1", "script table: end of billing period"),
            Map.entry("10.0.100", "script table: tariffs"),
            Map.entry("10.0.103", "script table: outputs"),
            Map.entry("10.0.106", "script table: disconnector"),
            Map.entry("10.0.107", "script table: image activation"),
            Map.entry("10.0.108", "script table: push"),
            Map.entry("10.0.125", "script table: broadcast"),
            Map.entry("10.0.*", "script table"),
            Map.entry("11.0.*", "special days"),
            Map.entry("12.0.*", "schedule"),
            Map.entry("13.0.*", "activity calendar"),
            Map.entry("14.0.*", "register activation"),
            Map.entry("15.0.0", "schedule: end of billing period"),
            Map.entry("15.0.1", "schedule: disconnector"),
            Map.entry("15.0.2", "schedule: image activation"),
            Map.entry("15.0.4", "schedule: push"),
            Map.entry("15.0.*", "single action schedule"),
            Map.entry("16.0.*", "register monitor"),
            Map.entry("16.1.*", "alarm monitor"),
            Map.entry("16.2.*", "parameter monitor"),
            Map.entry("17.0.*", "limiter"),
            Map.entry("19.0.*", "account"),
            Map.entry("19.10.*", "credit"),
            Map.entry("19.20.*", "charge"),
            Map.entry("19.40.*", "token gateway"),
            Map.entry("20.0.*", "optical port"),
            Map.entry("21.0.*", "readout list"),
            Map.entry("22.0.*", "HDLC setup"),
            Map.entry("24.1.*", "M-Bus client"),
            Map.entry("24.2.*", "M-Bus value"),
            Map.entry("24.4.*", "M-Bus valve or breaker"),
            Map.entry("25.0.*", "TCP-UDP setup"),
            Map.entry("25.1.*", "IPv4 setup"),
            Map.entry("25.2.*", "MAC address"),
            Map.entry("25.9.*", "push setup"),
            Map.entry("25.10.*", "NTP setup"),
            Map.entry("40.0.0", "current association"),
            Map.entry("40.0.*", "association"),
            Map.entry("41.0.0", "logical devices"),
            Map.entry("42.0.0", "logical device name"),
            Map.entry("43.0.*", "security setup"),
            Map.entry("43.1.*", "invocation counter"),
            Map.entry("44.0.*", "image transfer"),
            Map.entry("65.0.*", "utility table"),
            Map.entry("66.0.*", "compact data"),
            Map.entry("94.31.*", "country's own"),
            Map.entry("96.1.0", "serial number"),
            Map.entry("96.1.10", "metering point"),
            Map.entry("96.1.*", "device identification"),
            Map.entry("96.2.0", "configuration changes"),
            Map.entry("96.3.10", "disconnect control"),
            Map.entry("96.3.*", "inputs and outputs"),
            Map.entry("96.5.*", "internal status"),
            Map.entry("96.6.*", "battery use time"),
            Map.entry("96.7.*", "power failures"),
            Map.entry("96.8.*", "operating time"),
            Map.entry("96.10.*", "profile status"),
            Map.entry("96.11.*", "event code"),
            Map.entry("96.13.*", "consumer message"),
            Map.entry("96.14.*", "active tariff"),
            Map.entry("96.15.*", "event counter"),
            Map.entry("97.97.*", "error register"),
            Map.entry("97.98.*", "alarm register"),
            Map.entry("98.2.0", "billing period profile 2"),
            Map.entry("98.1.*", "billing period profile"),
            Map.entry("99.1.*", "load profile 1"),
            Map.entry("99.2.*", "load profile 2"),
            Map.entry("99.98.*", "event log"));

    private static final Map<String, String> ELECTRICITY_NAMES = Map.ofEntries(
            Map.entry("0.1.0", "billing period counter"),
            Map.entry("0.1.2", "end of the last billing period"),
            Map.entry("0.2.0", "firmware version"),
            Map.entry("0.2.8", "firmware signature"),
            Map.entry("0.3.0", "pulse constant of active energy"),
            Map.entry("0.3.1", "pulse constant of reactive energy"),
            Map.entry("0.4.2", "current transformer ratio"),
            Map.entry("0.4.3", "voltage transformer ratio"),
            Map.entry("0.6.0", "nominal voltage"),
            Map.entry("0.6.1", "nominal current"),
            Map.entry("0.6.2", "nominal frequency"),
            Map.entry("0.6.3", "maximum current"),
            Map.entry("0.8.0", "demand period"),
            Map.entry("0.8.4", "recording interval of load profile 1"),
            Map.entry("0.0.*", "identification"),
            Map.entry("81.7.*", "phase angle"),
            Map.entry("99.97.0", "power failure log"));

    /// Quantities of the sum of the phases, by group C; those of a phase are 20, 40 and 60 more.
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
            Map.entry(15, "active import + export"),
            Map.entry(16, "active import - export"),
            Map.entry(90, "sum of the currents"),
            Map.entry(91, "neutral current"),
            Map.entry(92, "neutral voltage"));

    private static final Map<Integer, String> PROCESSINGS = Map.ofEntries(
            Map.entry(2, "cumulative maximum"),
            Map.entry(3, "minimum"),
            Map.entry(4, "running average"),
            Map.entry(5, "last average"),
            Map.entry(6, "maximum"),
            Map.entry(8, "energy"),
            Map.entry(9, "energy of this billing period"),
            Map.entry(13, "minimum 2"),
            Map.entry(16, "maximum 2"),
            Map.entry(24, "average of the interval"),
            Map.entry(25, "average of interval 3"),
            Map.entry(27, "average of interval 1"),
            Map.entry(29, "energy of interval 1"),
            Map.entry(31, "sag threshold"),
            Map.entry(32, "sags"),
            Map.entry(33, "duration of the last sag"),
            Map.entry(34, "depth of the last sag"),
            Map.entry(35, "swell threshold"),
            Map.entry(36, "swells"),
            Map.entry(37, "duration of the last swell"),
            Map.entry(38, "height of the last swell"),
            Map.entry(39, "cut threshold"));

    private ObjectNames() {}

    /// The words for a code, or empty for one that has none here.
    public static Optional<String> of(Obis code) {
        Optional<String> name = switch (code.a()) {
            case ABSTRACT -> named(ABSTRACT_NAMES, code);
            case ELECTRICITY ->
                named(ELECTRICITY_NAMES, code)
                        .or(() -> code.c() >= GENERAL_FIRST ? named(ABSTRACT_NAMES, code) : quantity(code));
            default -> Optional.empty();
        };
        return name.map(words -> words + period(code.f()));
    }

    private static Optional<String> named(Map<String, String> names, Obis code) {
        String exact = names.get(code.shortCode());
        if (exact != null) {
            return Optional.of(exact);
        }
        String family = names.get(code.c() + "." + code.d() + ".*");
        return Optional.ofNullable(family).map(words -> code.e() == 0 ? words : words + " " + code.e());
    }

    private static Optional<String> quantity(Obis code) {
        boolean isOfAPhase = code.c() > PHASE_QUANTITIES && code.c() <= LAST_PHASE_QUANTITY;
        int total = isOfAPhase ? (code.c() - 1) % PHASE_QUANTITIES + 1 : code.c();
        String quantity = QUANTITIES.get(total);
        String processing = code.d() == INSTANTANEOUS ? instantaneous(total) : PROCESSINGS.get(code.d());
        if (quantity == null || processing == null) {
            return Optional.empty();
        }
        var words = new StringJoiner(" ").add(quantity);
        if (!processing.isEmpty()) {
            words.add(processing);
        }
        if (isOfAPhase) {
            words.add("L" + (code.c() - 1) / PHASE_QUANTITIES);
        }
        if (code.e() != 0) {
            words.add(classification(code));
        }
        return Optional.of(words.toString());
    }

    /// What has an energy over time has a power now; a voltage now is a voltage.
    private static String instantaneous(int quantity) {
        boolean hasPower = quantity <= APPARENT_EXPORT || quantity == SUM_OF_AMOUNTS || quantity == NET_POWER;
        return hasPower ? "power" : "";
    }

    private static String classification(Obis code) {
        if (code.d() == INSTANTANEOUS) {
            return code.e() == TOTAL_HARMONIC_DISTORTION
                    ? "THD"
                    : code.e() <= HARMONIC_LAST ? "harmonic " + code.e() : "E " + code.e();
        }
        return (code.d() <= ENERGY_OF_THIS_PERIOD && code.e() <= RATES_MAX ? "rate " : "E ") + code.e();
    }

    private static String period(int f) {
        if (f == NOT_USED) {
            return "";
        }
        return f < COUNTERS
                ? ", billing period " + f
                : f >= LAST_PERIOD ? ", " + (f - LAST_PERIOD + 1) + " billing periods ago" : "";
    }
}
