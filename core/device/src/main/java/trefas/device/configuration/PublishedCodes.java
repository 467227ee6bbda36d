package trefas.device.configuration;

import static trefas.device.configuration.ConfigurationCode.refused;
import static trefas.device.configuration.ConfigurationCode.taken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingProfile;
import trefas.device.debiting.DebitingSettings;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.LogInterval;
import trefas.device.module.PortSetup;
import trefas.device.module.PulseUnit;
import trefas.device.module.PulseWidth;
import trefas.device.register.EnergyFormat;

/// What the data sheet prints for each configuration number, in our words (data sheet, software configuration;
/// dossier 26).
final class PublishedCodes {

    private static final String VARIANT_1 = "only variant 1 has";
    private static final int ZONES_EAST = 12;
    private static final int ZONES = 23;

    private PublishedCodes() {}

    /// Codes that a type of ours lists.
    private static <T> List<ConfigurationCode> of(T[] values, ToIntFunction<T> code, Function<T, String> meaning) {
        return Stream.of(values)
                .map(value -> taken(code.applyAsInt(value), meaning.apply(value)))
                .toList();
    }

    static List<ConfigurationCode> z1() {
        return of(
                EnergyFormat.values(),
                EnergyFormat::code,
                format -> format + ": " + format.wholeDigits() + " digits of kWh, "
                        + (format.decimals() == 0 ? "no" : format.decimals())
                        + (format.decimals() == 1 ? " decimal" : " decimals"));
    }

    static List<ConfigurationCode> z2() {
        return of(IdleLed.values(), IdleLed::code, IdleLed::words);
    }

    static List<ConfigurationCode> z3() {
        var codes = new ArrayList<ConfigurationCode>();
        for (PortSetup ports : PortSetup.values()) {
            ports.code().ifPresent(code -> codes.add(taken(code, ports.words())));
        }
        codes.add(refused(29, "earth fault by the module's bus", "other meters of the family have"));
        return codes;
    }

    static List<ConfigurationCode> z4() {
        return List.of(taken(2, "15 minutes"), taken(3, "30 minutes"), taken(4, "60 minutes"));
    }

    static List<ConfigurationCode> z5() {
        return List.of(taken(0, "lists of the papers, or those below meter.display"));
    }

    static List<ConfigurationCode> z6() {
        return IntStream.rangeClosed(DebitingSettings.DAY_MIN, DebitingSettings.DAY_MAX)
                .mapToObj(day -> taken(day, "day " + day + " of the month"))
                .toList();
    }

    static List<ConfigurationCode> z7() {
        return of(DebitingInterval.values(), DebitingInterval::code, DebitingInterval::words);
    }

    static List<ConfigurationCode> z8() {
        return of(PulseWidth.values(), PulseWidth::code, PulseWidth::words);
    }

    static List<ConfigurationCode> z9() {
        return List.of(taken(0, "none"), taken(1, "default set-up"));
    }

    static List<ConfigurationCode> z10() {
        return List.of(taken(0, "default set-up"));
    }

    static List<ConfigurationCode> z11() {
        return IntStream.rangeClosed(0, ZONES)
                .mapToObj(code -> taken(code, zone(zoneHours(code))))
                .toList();
    }

    /// Hours east of Greenwich: 00 to 12 say it, 13 to 23 are -11 to -1.
    static int zoneHours(int code) {
        return code <= ZONES_EAST ? code : code - ZONES - 1;
    }

    private static String zone(int hours) {
        return hours == 0
                ? "GMT"
                : "GMT" + (hours > 0 ? "+" : "") + hours + (Math.abs(hours) == 1 ? " hour" : " hours");
    }

    static List<ConfigurationCode> z12() {
        return of(PulseUnit.values(), PulseUnit::code, PulseUnit::words);
    }

    static List<ConfigurationCode> z13() {
        return List.of(taken(0, "tariffs disabled"), taken(1, "by the module port"), taken(2, "by a register"));
    }

    static List<ConfigurationCode> z14() {
        return List.of(taken(0, "load control disabled"), taken(1, "by a register"));
    }

    static List<ConfigurationCode> z15() {
        return List.of(taken(0, "none"), taken(1, "EU"));
    }

    static List<ConfigurationCode> z16() {
        var codes = new ArrayList<ConfigurationCode>();
        codes.add(taken(0, "none"));
        for (RadioFrequency frequency : RadioFrequency.PUBLISHED) {
            codes.add(taken(frequency.code(), frequency.toString()));
        }
        return codes;
    }

    static List<ConfigurationCode> z17() {
        return List.of(taken(0, "no functions of push button 2"));
    }

    static List<ConfigurationCode> z18() {
        return List.of(
                taken(0, "disabled"),
                refused(1, "modes A and C, user data 1", VARIANT_1),
                refused(2, "modes A and C, user data 2", VARIANT_1));
    }

    static List<ConfigurationCode> z19() {
        return List.of(
                refused(0, "no breaker", "a meter without breaker has, and this one has a breaker (X10 4)"),
                taken(1, "connected"),
                taken(2, "disconnected"));
    }

    static List<ConfigurationCode> z20() {
        return List.of(taken(0, "no exception days"));
    }

    static List<ConfigurationCode> z25() {
        return of(LogInterval.values(), LogInterval::z25, LogInterval::words);
    }

    static List<ConfigurationCode> z26() {
        return List.of(taken(0, "no alarms enabled"));
    }

    static List<ConfigurationCode> z27() {
        return of(LoadProfileValues.values(), LoadProfileValues::code, LoadProfileValues::words);
    }

    static List<ConfigurationCode> z28() {
        return List.of(refused(0, "not available", VARIANT_1), taken(1, "enabled"), taken(2, "disabled"));
    }

    static List<ConfigurationCode> z29() {
        return of(LoadProfileContent.values(), LoadProfileContent::code, LoadProfileContent::title);
    }

    static List<ConfigurationCode> z30() {
        return Stream.of(DebitingProfile.values())
                .filter(profile -> profile != DebitingProfile.FIRST)
                .map(profile -> taken(profile.code(), profile.words()))
                .toList();
    }
}
