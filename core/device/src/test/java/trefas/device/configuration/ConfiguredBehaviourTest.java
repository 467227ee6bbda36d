package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.OpticalLed;
import trefas.device.clock.MeterClock;
import trefas.device.debiting.DebitingInterval;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.log.CaptureMoments;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LogInterval;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.module.PortSetup;
import trefas.device.module.PulseUnit;
import trefas.device.module.PulseWidth;
import trefas.device.register.EnergyFormat;
import trefas.device.tariff.TariffSource;
import trefas.metrology.OneSecondValues;

/// What the configuration numbers mean, number by number as the data sheet prints them.
class ConfiguredBehaviourTest {

    @ParameterizedTest
    @CsvSource({"1, 7.0", "2, 6.1", "3, 7.2", "4, 6.3"})
    void z1AreTheDecimals(int code, String format) {
        assertEquals(
                EnergyFormat.parse(format), Optional.of(numbers("Z1=" + code).energyFormat()));
    }

    @ParameterizedTest
    @CsvSource({"1, DARK", "2, LIT"})
    void z2IsTheLed(int code, IdleLed led) {
        assertEquals(led, numbers("Z2=" + code).idleLed());
    }

    /// Lit while nothing is counted of what it follows; export and what is too small to count are no consumption.
    @ParameterizedTest(name = "Z2 {0}, {1} W: {2}")
    @CsvSource({"1, 0, false", "2, 0, true", "2, 100, false", "2, -100, true", "2, 1, true"})
    void z2LightsTheLedWithoutConsumption(int code, int watts, boolean isLit) {
        var meter = new Meter(
                MeterConfiguration.DEFAULT.withIdleLed(numbers("Z2=" + code).idleLed()), 1);
        assertFalse(OpticalLed.isSteadilyLit(meter));

        var values = new OneSecondValues();
        values.phase(0, 230_000, Math.abs(watts) * 1_000 / 230, watts * 1_000, 0);
        meter.secondElapsed(1, values, _ -> {});

        assertEquals(isLit, OpticalLed.isSteadilyLit(meter));
    }

    /// What each code wires a port for is told by `PortSetupTest`.
    @Test
    void z3AreTheModulePorts() {
        for (PortSetup ports : PortSetup.values()) {
            ports.code().ifPresent(code -> {
                boolean needsTariff = ports.makesFollow(LoadRelay.LOAD_1);
                assertEquals(
                        ports,
                        numbers("Z3=" + code + (needsTariff ? " Z13=002" : ""))
                                .functions()
                                .module()
                                .ports());
            });
        }
    }

    /// Z3 18 to 21 have an output for one load that follows the tariff; 22 and 23 let all load control follow it.
    @ParameterizedTest(name = "Z3 {0}: {1}, {2}")
    @CsvSource({
        "00, DISABLED, DISABLED",
        "17, DISABLED, DISABLED",
        "18, TARIFF, DISABLED",
        "19, TARIFF, DISABLED",
        "20, TARIFF, DISABLED",
        "21, TARIFF, DISABLED",
        "22, TARIFF, TARIFF",
        "23, TARIFF, TARIFF",
        "26, DISABLED, DISABLED"
    })
    void z3LetsLoadControlFollowTheTariff(String code, RelayMode mode1, RelayMode mode2) {
        var load = numbers("Z13=002 Z3=" + code).functions().load();

        assertEquals(mode1, load.relay1().mode());
        assertEquals(mode2, load.relay2().mode());
    }

    @ParameterizedTest
    @CsvSource({"2, 15", "3, 30", "4, 60"})
    void z4IsThePeriod(int code, int minutes) {
        assertEquals(
                CapturePeriod.ofMinutes(minutes),
                Optional.of(numbers("Z4=" + code).capturePeriod()));
        assertEquals(
                minutes, numbers("Z4=" + code).functions().demand().period().minutes());
    }

    /// Z7 and the months in which a period ends.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, ''",
        "1, 1 2 3 4 5 6 7 8 9 10 11 12",
        "2, 1 3 5 7 9 11",
        "3, 2 4 6 8 10 12",
        "4, 1 4 7 10",
        "5, 2 5 8 11",
        "6, 3 6 9 12",
        "7, 1 7",
        "8, 2 8",
        "9, 3 9",
        "10, 4 10",
        "11, 5 11",
        "12, 6 12",
        "13, 1",
        "14, 2",
        "15, 3",
        "16, 4",
        "17, 5",
        "18, 6",
        "19, 7",
        "20, 8",
        "21, 9",
        "22, 10",
        "23, 11",
        "24, 12"
    })
    void z7AreTheMonthsOfDebiting(int code, String months) {
        DebitingInterval interval = numbers("Z7=" + code).functions().debiting().interval();

        assertEquals(
                months,
                String.join(
                        " ",
                        IntStream.rangeClosed(1, 12)
                                .filter(interval::endsIn)
                                .mapToObj(String::valueOf)
                                .toList()));
        assertEquals(code == 0, interval == DebitingInterval.NONE);
    }

    @Test
    void z6AndZ7AreASchedule() {
        CaptureMoments quarterly = numbers("Z6=15 Z7=05").functions().debiting().stops(0);

        assertEquals(
                List.of("2026-02-15", "2026-05-15", "2026-08-15", "2026-11-15", "2027-02-15"),
                LongStream.iterate(quarterly.after(at("2026-02-14")), quarterly::after)
                        .limit(5)
                        .mapToObj(stop -> LocalDate.ofInstant(Instant.ofEpochSecond(stop), ZoneOffset.UTC)
                                .toString())
                        .toList());
        assertEquals(
                CaptureMoments.NEVER,
                numbers("Z7=00").functions().debiting().stops(0).after(at("2026-01-01")));
    }

    private static long at(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    @ParameterizedTest
    @CsvSource({"1, 30, false", "2, 30, true", "3, 80, false", "4, 80, true"})
    void z8ArePulseLengthAndAlarmInput(int code, int milliseconds, boolean isEnabled) {
        PulseWidth width = numbers("Z3=03 Z8=" + code).functions().module().pulseWidth();

        assertEquals(milliseconds, width.millis());
        assertEquals(isEnabled, width.isAlarmEnabled());
    }

    @ParameterizedTest(name = "X9 {0}")
    @CsvSource({"1, P+", "2, P+ P-", "4, P+ P- Q+ Q-"})
    void z10IsTheDefaultSetOfTheAnalysisLogger(int energies, String powers) {
        var numbers = ConfigurationNumbers.made(new TypeNumber("6841439BN2" + energies + "4100010"));

        assertEquals(
                powers + " mean U L1 mean U L2 mean U L3 mean I L1 mean I L2 mean I L3",
                String.join(
                        " ",
                        numbers.functions().analysis().settings().registers().stream()
                                .map(LoggedRegister::title)
                                .toList()));
    }

    @Test
    void z11IsTheZoneAndZ15SummerTime() {
        int[] hours = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1};
        for (int code = 0; code < hours.length; code++) {
            assertEquals(
                    new MeterClock(hours[code], true), numbers("Z11=" + code).clock());
            assertEquals(
                    new MeterClock(hours[code], false),
                    numbers("Z15=000 Z11=" + code).clock());
        }
    }

    @ParameterizedTest
    @CsvSource({"00, NONE, ''", "01, KILOWATT_HOURS, kWh", "02, CUBIC_METRES, m³", "03, LITRES, l"})
    void z12IsTheUnitOfThePulseInput(int code, PulseUnit unit, String symbol) {
        assertEquals(unit, numbers("Z3=03 Z12=" + code).functions().module().pulseUnit());
        assertEquals(symbol, unit.symbol());
    }

    @ParameterizedTest
    @CsvSource({"Z13=000, DISABLED", "Z13=001 Z3=07, MODULE_PORT", "Z13=002, REGISTER", "Z13=003, PLAN", "Z13=999, PLAN"
    })
    void z13SaysWhoChoosesTheTariff(String numbers, TariffSource source) {
        assertEquals(source, numbers(numbers).functions().tariff().source());
    }

    @ParameterizedTest
    @CsvSource({"Z14=000, DISABLED", "Z14=001 Z3=26, REGISTER", "Z14=002 Z3=27, PLAN", "Z14=999 Z3=17, PLAN"})
    void z14SaysWhoControlsLoads(String numbers, RelayMode mode) {
        assertEquals(mode, numbers(numbers).functions().load().relay1().mode());
        assertEquals(mode, numbers(numbers).functions().load().relay2().mode());
    }

    @ParameterizedTest
    @CsvSource({"318, CH", "319, EU", "326, SE", "339, NO", "349, DK", "359, FI", "369, PL", "379, AT"})
    void z16IsTheFrequency(int code, String country) {
        assertEquals(
                Optional.of(new RadioFrequency(country, code)),
                numbers("Z16=" + code).radioFrequency());
        assertEquals(Optional.empty(), numbers("Z16=000").radioFrequency());
    }

    @ParameterizedTest
    @CsvSource({"1, DAILY", "2, WEEKLY", "3, MONTHLY"})
    void z25IsTheIntervalOfDebitingLogger2(int code, LogInterval interval) {
        assertEquals(interval, numbers("Z25=" + code).functions().debiting().secondInterval());
    }

    /// 15 minutes with 3 kW are 0.75 kWh, 75 steps of 7.2.
    @ParameterizedTest
    @CsvSource({"1, 175", "2, 75"})
    void z27DeliversWhatTheRegisterStoodAtOrWhatItGrewBy(int code, long delivered) {
        ProfileEntry row = numbers("Z27=" + code)
                .profileValues()
                .readOut(
                        new ProfileEntry(2, 1_800, 0, 0, 175),
                        Optional.of(new ProfileEntry(1, 900, 0, 0, 100)),
                        EnergyFormat.F72);

        assertEquals(delivered, row.reading(0));
    }

    @Test
    void z28CiphersTheLocalInterfaces() {
        assertTrue(numbers("Z28=1").isLocalInterfaceEncrypted());
        assertFalse(numbers("Z28=2").isLocalInterfaceEncrypted());
    }

    @ParameterizedTest
    @EnumSource
    void z29AreTheColumnsOfTheLoadProfile(LoadProfileContent content) {
        assertEquals(content, numbers("Z29=" + content.code()).loadProfileContent());
    }

    /// A meter made with it takes rows of these columns at midnight.
    @ParameterizedTest
    @CsvSource({"1, 21", "2, 12"})
    void z30AreTheColumnsOfDebitingLogger2(int code, int columns) {
        var made =
                MeterConfiguration.DEFAULT.withFunctions(numbers("Z30=" + code).functions());
        var meter = new Meter(made, 1);
        var rows = new ArrayList<ProfileEntry>();
        var values = new OneSecondValues();
        values.phase(0, 230_000, 0, 0, 0);
        long midnight = at("2027-01-01") - 3_600;
        for (long second = midnight - 2; second <= midnight; second++) {
            meter.secondElapsed(second, values, effect -> {
                if (effect instanceof Effect.AppendRow(DataLogger logger, ProfileEntry row, int _)
                        && logger == DataLogger.DEBITING_2) {
                    rows.add(row);
                }
            });
        }

        assertEquals(1, rows.size());
        assertEquals(columns, rows.getFirst().readingCount());
    }

    private static ConfigurationNumbers numbers(String text) {
        return assertInstanceOf(
                        ConfigurationNumbers.Checked.Taken.class,
                        ConfigurationNumbers.check(TypeNumber.DIN_RAIL_FOUR_QUADRANT, text),
                        text)
                .numbers();
    }
}
