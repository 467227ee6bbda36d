package trefas.dlms.explain;

import java.util.Map;
import trefas.cosem.CosemData.Octets;
import trefas.quantity.Obis;

/// What an OBIS code stands for, in words (IEC 62056-6-1). Electricity is put together from its groups; of the
/// abstract codes the usual objects have names.
final class ObisWords {

    private static final int OCTETS = 6;
    private static final int ELECTRICITY = 1;
    private static final int PHASES_FIRST = 21;
    private static final int PHASES_LAST = 80;
    private static final int QUANTITIES_PER_PHASE = 20;

    /// Group C of electricity, all phases together; 20 more for each phase.
    private static final Map<Integer, String> QUANTITY = Map.ofEntries(
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
            Map.entry(15, "active, sum of amounts"),
            Map.entry(16, "active, net"),
            Map.entry(81, "angle"),
            Map.entry(90, "current, sum of phases"),
            Map.entry(91, "neutral current"),
            Map.entry(92, "neutral voltage"));

    /// Group D of electricity.
    private static final Map<Integer, String> PROCESSING = Map.ofEntries(
            Map.entry(2, "cumulative maximum"),
            Map.entry(4, "current average"),
            Map.entry(5, "last average"),
            Map.entry(6, "maximum"),
            Map.entry(7, "power"),
            Map.entry(8, "energy"),
            Map.entry(9, "energy since reset"),
            Map.entry(24, "average"),
            Map.entry(25, "last average 3"),
            Map.entry(29, "energy of interval"),
            Map.entry(31, "sag threshold"),
            Map.entry(32, "number of sags"),
            Map.entry(33, "duration of last sag"),
            Map.entry(34, "magnitude of last sag"),
            Map.entry(35, "swell threshold"),
            Map.entry(36, "number of swells"));

    /// Groups C.D of abstract objects and of electricity's own services.
    private static final Map<String, String> OBJECT = Map.ofEntries(
            Map.entry("0:1.0", "clock"),
            Map.entry("0:10.0", "script table"),
            Map.entry("0:11.0", "special days"),
            Map.entry("0:13.0", "activity calendar"),
            Map.entry("0:14.0", "register activation"),
            Map.entry("0:15.0", "single action schedule"),
            Map.entry("0:16.1", "alarm monitor"),
            Map.entry("0:17.0", "limiter"),
            Map.entry("0:19.0", "account"),
            Map.entry("0:22.0", "HDLC setup"),
            Map.entry("0:25.0", "TCP-UDP setup"),
            Map.entry("0:25.1", "IPv4 setup"),
            Map.entry("0:25.9", "push setup"),
            Map.entry("0:40.0", "association"),
            Map.entry("0:41.0", "SAP assignment"),
            Map.entry("0:42.0", "logical device name"),
            Map.entry("0:43.0", "security setup"),
            Map.entry("0:43.1", "invocation counter"),
            Map.entry("0:44.0", "image transfer"),
            Map.entry("0:96.1", "device identifier"),
            Map.entry("0:96.3", "disconnect control or signal"),
            Map.entry("0:96.7", "power failures"),
            Map.entry("0:96.8", "operating time"),
            Map.entry("0:96.10", "status register"),
            Map.entry("0:96.11", "event code"),
            Map.entry("0:96.14", "active tariff"),
            Map.entry("0:97.97", "error register"),
            Map.entry("0:97.98", "alarm register"),
            Map.entry("0:98.1", "billing data"),
            Map.entry("0:99.98", "event log"),
            Map.entry("1:0.0", "electricity identifier"),
            Map.entry("1:0.2", "firmware"),
            Map.entry("1:96.1", "device identifier"),
            Map.entry("1:98.1", "billing data"),
            Map.entry("1:99.1", "load profile"),
            Map.entry("1:99.2", "load profile 2"),
            Map.entry("1:99.98", "event log"));

    private ObisWords() {}

    /// The written code and, where known, what it stands for; other runs than six octets as hexadecimal.
    static String of(Octets octets) {
        if (octets.length() != OCTETS) {
            return octets.toString();
        }
        var obis = new Obis(
                octets.octet(0), octets.octet(1), octets.octet(2), octets.octet(3), octets.octet(4), octets.octet(5));
        String words = words(obis);
        return words.isEmpty() ? obis.toString() : obis + " " + words;
    }

    private static String words(Obis obis) {
        String known = OBJECT.get(obis.a() + ":" + obis.c() + "." + obis.d());
        if (known != null) {
            return known;
        }
        return obis.a() == ELECTRICITY ? electricity(obis) : "";
    }

    private static String electricity(Obis obis) {
        boolean isOfPhase = obis.c() >= PHASES_FIRST && obis.c() <= PHASES_LAST;
        int phase = isOfPhase ? (obis.c() - 1) / QUANTITIES_PER_PHASE : 0;
        String quantity = QUANTITY.get(isOfPhase ? obis.c() - (phase * QUANTITIES_PER_PHASE) : obis.c());
        if (quantity == null) {
            return "";
        }
        var words = new StringBuilder(quantity);
        boolean isPlain = obis.c() == 81 || quantity.startsWith("current") || !isPowerOrEnergy(obis, phase);
        String processing = PROCESSING.getOrDefault(obis.d(), "");
        if (!processing.isEmpty() && !(isPlain && obis.d() == 7)) {
            words.append(' ').append(processing);
        }
        if (phase > 0) {
            words.append(" L").append(phase);
        }
        if (obis.e() == 124) {
            words.append(" THD");
        } else if (obis.d() == 8 && obis.e() > 0) {
            words.append(obis.e() <= 63 ? " tariff " + obis.e() : " E=" + obis.e());
        }
        return words.toString();
    }

    /// What has a power now and an energy over time.
    private static boolean isPowerOrEnergy(Obis obis, int phase) {
        int quantity = obis.c() - (phase * QUANTITIES_PER_PHASE);
        return (quantity >= 1 && quantity <= 10) || quantity == 15 || quantity == 16;
    }
}
