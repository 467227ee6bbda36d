package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.clock.MeterClock;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.register.EnergyFormat;

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

    /// The columns "I/O 1" and "I/O 2" of the data sheet, then what each port does; `/` in front is inverted.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        0  | NONE   | NONE   | NONE                    | NONE
        1  | INPUT  | INPUT  | FOUR_TARIFF_INPUT       | FOUR_TARIFF_INPUT
        2  | INPUT  | INPUT  | /FOUR_TARIFF_INPUT      | /FOUR_TARIFF_INPUT
        3  | INPUT  | INPUT  | PULSE_INPUT             | ALARM_INPUT
        4  | INPUT  | INPUT  | PULSE_INPUT             | /ALARM_INPUT
        5  | INPUT  | OUTPUT | PULSE_INPUT             | A_PLUS_OUTPUT
        6  | OUTPUT | OUTPUT | R_PLUS_OUTPUT           | A_PLUS_OUTPUT
        7  | INPUT  | INPUT  | TWO_TARIFF_INPUT        | ALARM_INPUT
        8  | INPUT  | INPUT  | /TWO_TARIFF_INPUT       | ALARM_INPUT
        9  | INPUT  | INPUT  | TWO_TARIFF_INPUT        | /ALARM_INPUT
        10 | INPUT  | INPUT  | /TWO_TARIFF_INPUT       | /ALARM_INPUT
        11 | INPUT  | OUTPUT | TWO_TARIFF_INPUT        | A_PLUS_OUTPUT
        12 | INPUT  | OUTPUT | /TWO_TARIFF_INPUT       | A_PLUS_OUTPUT
        13 | INPUT  | INPUT  | PULSE_INPUT             | TWO_TARIFF_INPUT
        14 | INPUT  | INPUT  | PULSE_INPUT             | /TWO_TARIFF_INPUT
        15 | INPUT  | NONE   | DEBITING_INPUT          | NONE
        16 | OUTPUT | OUTPUT | A_MINUS_OUTPUT          | A_PLUS_OUTPUT
        17 | INPUT  | OUTPUT | LOAD_STATUS_INPUT       | LOAD_1_OUTPUT
        18 | INPUT  | OUTPUT | PULSE_INPUT             | LOAD_TARIFF_OUTPUT
        19 | INPUT  | OUTPUT | /PULSE_INPUT            | LOAD_TARIFF_OUTPUT
        20 | INPUT  | OUTPUT | PULSE_INPUT             | /LOAD_TARIFF_OUTPUT
        21 | INPUT  | OUTPUT | /PULSE_INPUT            | /LOAD_TARIFF_OUTPUT
        22 | INPUT  | INPUT  | FOUR_TARIFF_LOAD_INPUT  | FOUR_TARIFF_LOAD_INPUT
        23 | INPUT  | INPUT  | /FOUR_TARIFF_LOAD_INPUT | /FOUR_TARIFF_LOAD_INPUT
        26 | OUTPUT | OUTPUT | LOAD_1_OUTPUT           | LOAD_2_OUTPUT
        27 | INPUT  | OUTPUT | PULSE_INPUT             | LOAD_1_OUTPUT
        28 | INPUT  | OUTPUT | PULSE_INPUT             | LOAD_TOGGLE_OUTPUT
        """)
    void z3AreTheModulePorts(
            int code, PortRole.Direction direction1, PortRole.Direction direction2, String use1, String use2) {
        ModulePorts ports = ModulePorts.ofCode(code).orElseThrow();

        assertEquals(code, ports.code());
        assertEquals(direction1, ports.port1().role().direction());
        assertEquals(direction2, ports.port2().role().direction());
        assertEquals(use(use1), ports.port1());
        assertEquals(use(use2), ports.port2());
        assertEquals(
                ports,
                numbers("Z3=" + code + (code >= 18 && code <= 23 ? " Z13=002" : ""))
                        .modulePorts());
    }

    /// Dossier 17, the codes of object 0.1.96.3.1.255, beside the Z3 codes that mean the same.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "1, 1 2",
        "2, 7 8 9 10",
        "3, 11 12",
        "4, 13 14",
        "5, 3 4",
        "6, 5",
        "7, 6",
        "8, 16",
        "9, 15",
        "10, 17",
        "12, 18 19 20 21",
        "13, 22 23",
        "16, 26",
        "17, 27",
        "18, 28"
    })
    void theObjectOfThePortsHasCodesOfItsOwn(int objectCode, String codes) {
        assertEquals(
                codes,
                String.join(
                        " ",
                        Arrays.stream(ModulePorts.values())
                                .filter(ports -> ports.objectCode() == objectCode)
                                .map(ports -> String.valueOf(ports.code()))
                                .toList()));
    }

    private static PortUse use(String written) {
        boolean isInverted = written.startsWith("/");
        return new PortUse(PortRole.valueOf(isInverted ? written.substring(1) : written), isInverted);
    }

    @ParameterizedTest
    @CsvSource({"2, 15", "3, 30", "4, 60"})
    void z4IsThePeriod(int code, int minutes) {
        assertEquals(
                CapturePeriod.ofMinutes(minutes),
                Optional.of(numbers("Z4=" + code).capturePeriod()));
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
        DebitingInterval interval = numbers("Z7=" + code).debiting().interval();

        assertEquals(
                months,
                String.join(
                        " ",
                        IntStream.rangeClosed(1, 12)
                                .filter(interval::includes)
                                .mapToObj(String::valueOf)
                                .toList()));
        assertEquals(code == 0, interval.isExternal());
    }

    @Test
    void z6AndZ7AreASchedule() {
        var quarterly = numbers("Z6=15 Z7=05").debiting();

        assertEquals(
                List.of(
                        LocalDate.of(2026, 2, 15),
                        LocalDate.of(2026, 5, 15),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 15),
                        LocalDate.of(2027, 2, 15)),
                java.util.stream.Stream.iterate(
                                LocalDate.of(2026, 2, 15),
                                day -> quarterly.nextAfter(day).orElseThrow())
                        .limit(5)
                        .toList());
        assertEquals(Optional.of(LocalDate.of(2026, 2, 15)), quarterly.nextAfter(LocalDate.of(2026, 2, 14)));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 15)), quarterly.nextAfter(LocalDate.of(2025, 12, 31)));
        assertEquals(Optional.empty(), numbers("Z7=00").debiting().nextAfter(LocalDate.of(2026, 1, 1)));
    }

    /// The next day is the next one that is due, whatever the schedule and the day.
    @Test
    void nextIsTheFirstThatIsDue() {
        for (int code = 1; code <= 24; code++) {
            for (int day : new int[] {1, 15, 28}) {
                var schedule =
                        new DebitingSchedule(day, DebitingInterval.ofCode(code).orElseThrow());
                for (LocalDate from = LocalDate.of(2027, 12, 1); from.getYear() < 2029; from = from.plusDays(9)) {
                    LocalDate expected = from.plusDays(1);
                    while (!schedule.isDue(expected)) {
                        expected = expected.plusDays(1);
                    }
                    assertEquals(Optional.of(expected), schedule.nextAfter(from));
                }
            }
        }
    }

    @Test
    void boundariesOfTheSchedule() {
        assertThrows(IllegalArgumentException.class, () -> new DebitingSchedule(0, DebitingInterval.MONTHLY));
        assertThrows(IllegalArgumentException.class, () -> new DebitingSchedule(29, DebitingInterval.MONTHLY));
        assertThrows(IllegalArgumentException.class, () -> new DebitingInterval(4, 1));
        assertThrows(IllegalArgumentException.class, () -> new DebitingInterval(3, 4));
        assertThrows(IllegalArgumentException.class, () -> new DebitingInterval(0, 1));
        assertEquals(Optional.empty(), DebitingInterval.ofCode(25));
        assertEquals(Optional.empty(), DebitingInterval.ofCode(-1));
    }

    @ParameterizedTest
    @CsvSource({"1, 30, false", "2, 30, true", "3, 80, false", "4, 80, true"})
    void z8ArePulseLengthAndAlarmInput(int code, int milliseconds, boolean isEnabled) {
        assertEquals(
                new PulseAndAlarm(milliseconds, isEnabled),
                numbers("Z3=03 Z8=" + code).pulseAndAlarm());
    }

    @Test
    void setUpsAreNoneDefaultOrOfAnOrderForm() {
        assertEquals(new SetUp.Default(), numbers("Z5=000").display());
        assertEquals(new SetUp.OrderForm(17), numbers("Z5=017").display());
        assertEquals(new SetUp.None(), numbers("Z9=000").disconnect());
        assertEquals(new SetUp.Default(), numbers("Z9=001").disconnect());
        assertEquals(new SetUp.OrderForm(2), numbers("Z9=002").disconnect());
        assertEquals(new SetUp.Default(), numbers("Z10=000").analysis());
        assertEquals(new SetUp.None(), numbers("Z17=000").pushButton2());
        assertEquals(new SetUp.OrderForm(1), numbers("Z17=001").pushButton2());
        assertEquals(new SetUp.None(), numbers("Z20=000").calendar());
        assertEquals(new SetUp.OrderForm(999), numbers("Z20=999 Z13=003").calendar());
        assertEquals(new SetUp.None(), numbers("Z26=000").alarms());
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
    @CsvSource({"00, NONE, ''", "01, ACTIVE_ENERGY, kWh", "02, CUBIC_METRE, m³", "03, LITRE, l"})
    void z12IsTheUnitOfThePulseInput(int code, PulseUnit unit, String symbol) {
        assertEquals(unit, numbers("Z3=03 Z12=" + code).pulseUnit());
        assertEquals(symbol, unit.symbol());
        assertEquals(code, unit.code());
    }

    @Test
    void z13SaysWhoChoosesTheTariff() {
        assertEquals(new TariffControl.Disabled(), numbers("Z13=000").tariffControl());
        assertEquals(new TariffControl.ModulePort(), numbers("Z13=001 Z3=07").tariffControl());
        assertEquals(new TariffControl.Register(), numbers("Z13=002").tariffControl());
        assertEquals(new TariffControl.Plan(3), numbers("Z13=003").tariffControl());
        assertEquals(new TariffControl.Plan(999), numbers("Z13=999").tariffControl());
    }

    @Test
    void z14SaysWhoControlsLoads() {
        assertEquals(new LoadControl.Disabled(), numbers("Z14=000").loadControl());
        assertEquals(new LoadControl.Register(), numbers("Z14=001 Z3=26").loadControl());
        assertEquals(new LoadControl.Plan(2), numbers("Z14=002 Z3=27").loadControl());
    }

    @ParameterizedTest
    @CsvSource({"318, CH", "319, EU", "326, SE", "339, NO", "349, DK", "359, FI", "369, PL", "379, AT"})
    void z16IsTheFrequency(int code, String country) {
        assertEquals(
                Optional.of(new RadioFrequency(country, code)),
                numbers("Z16=" + code).radioFrequency());
        assertEquals(Optional.empty(), numbers("Z16=000").radioFrequency());
    }

    @Test
    void theLastNumbersAreChoices() {
        assertEquals(BreakerPosition.CONNECTED, numbers("Z19=1").breakerPosition());
        assertEquals(BreakerPosition.DISCONNECTED, numbers("Z19=2").breakerPosition());
        assertEquals(
                Arrays.asList(SecondDebitingInterval.values()),
                List.of(
                        numbers("Z25=1").secondDebitingInterval(),
                        numbers("Z25=2").secondDebitingInterval(),
                        numbers("Z25=3").secondDebitingInterval()));
        assertEquals(ProfileValues.ABSOLUTE, numbers("Z27=1").profileValues());
        assertEquals(ProfileValues.DELTA, numbers("Z27=2").profileValues());
        assertTrue(numbers("Z28=1").isLocalInterfaceEncrypted());
        assertFalse(numbers("Z28=2").isLocalInterfaceEncrypted());
        assertEquals(SecondDebitingContent.PROFILE_1, numbers("Z30=1").secondDebitingContent());
        assertEquals(SecondDebitingContent.PROFILE_2, numbers("Z30=2").secondDebitingContent());
        for (LoadProfileContent content : LoadProfileContent.values()) {
            assertEquals(content, numbers("Z29=" + content.code()).loadProfileContent());
        }
    }

    private static ConfigurationNumbers numbers(String text) {
        return assertInstanceOf(
                        ConfigurationNumbers.Checked.Taken.class,
                        ConfigurationNumbers.check(TypeNumber.DIN_RAIL_FOUR_QUADRANT, text),
                        text)
                .numbers();
    }
}
