package trefas.device.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.load.LoadRelay;
import trefas.device.load.TariffSync;
import trefas.device.tariff.PortTariff;

/// Z3 (dossier 26) beside ModulPortIOCfg (dossier 17).
class PortSetupTest {

    /// Ports as the columns "I/O 1" and "I/O 2" of the data sheet have them; `/` in front is inverted.
    @ParameterizedTest(name = "Z3 {0}, ModulPortIOCfg {1}")
    @CsvSource(textBlock = """
        0,  0,  NONE,           NONE,          ,                      NONE
        1,  1,  TARIFF,         TARIFF,        FOUR_TARIFFS,          NONE
        2,  1,  /TARIFF,        /TARIFF,       FOUR_TARIFFS_INVERTED, NONE
        3,  5,  PULSE,          ALARM,         ,                      NONE
        4,  5,  PULSE,          /ALARM,        ,                      NONE
        5,  6,  PULSE,          A_PLUS_PULSES, ,                      NONE
        6,  7,  R_PLUS_PULSES,  A_PLUS_PULSES, ,                      NONE
        7,  2,  TARIFF,         ALARM,         TWO_TARIFFS,           NONE
        8,  2,  /TARIFF,        ALARM,         TWO_TARIFFS_INVERTED,  NONE
        9,  2,  TARIFF,         /ALARM,        TWO_TARIFFS,           NONE
        10, 2,  /TARIFF,        /ALARM,        TWO_TARIFFS_INVERTED,  NONE
        11, 3,  TARIFF,         A_PLUS_PULSES, TWO_TARIFFS,           NONE
        12, 3,  /TARIFF,        A_PLUS_PULSES, TWO_TARIFFS_INVERTED,  NONE
        13, 4,  PULSE,          TARIFF,        TWO_TARIFFS,           NONE
        14, 4,  PULSE,          /TARIFF,       TWO_TARIFFS_INVERTED,  NONE
        15, 9,  DEBITING,       NONE,          ,                      NONE
        16, 8,  A_MINUS_PULSES, A_PLUS_PULSES, ,                      NONE
        17, 10, LOAD_STATUS,    LOAD_1,        ,                      NONE
        18, 12, PULSE,          LOAD_TARIFF,   ,                      AT_ONCE
        19, 12, /PULSE,         LOAD_TARIFF,   ,                      AT_ONCE
        20, 12, PULSE,          /LOAD_TARIFF,  ,                      AT_ONCE_INVERTED
        21, 12, /PULSE,         /LOAD_TARIFF,  ,                      AT_ONCE_INVERTED
        22, 13, TARIFF,         TARIFF,        FOUR_TARIFFS,          AT_ONCE
        23, 13, /TARIFF,        /TARIFF,       FOUR_TARIFFS_INVERTED, AT_ONCE
        26, 16, LOAD_1,         LOAD_2,        ,                      NONE
        27, 17, PULSE,          LOAD_1,        ,                      NONE
        28, 18, PULSE,          LOAD_CHANGE,   ,                      NONE
        """)
    void everyCodeIsARow(int code, int dlmsCode, String first, String second, PortTariff tariffs, TariffSync sync) {
        PortSetup setup = PortSetup.ofCode(code).orElseThrow();

        assertEquals(OptionalInt.of(code), setup.code());
        assertEquals(dlmsCode, setup.dlmsCode());
        assertEquals(wired(first), setup.port(1));
        assertEquals(wired(second), setup.port(2));
        assertEquals(Optional.ofNullable(tariffs), setup.tariffs());
        assertEquals(sync, setup.sync());
    }

    private static WiredPort wired(String written) {
        boolean isInverted = written.startsWith("/");
        return new WiredPort(PortUse.valueOf(isInverted ? written.substring(1) : written), isInverted);
    }

    /// The same columns say which way a port goes.
    @ParameterizedTest(name = "Z3 {0}")
    @CsvSource({
        "0, false, false", "1, true, true", "3, true, true", "5, true, false", "6, false, false", "7, true, true",
        "11, true, false", "13, true, true", "15, true, false", "16, false, false", "17, true, false",
                "18, true, false",
        "21, true, false", "22, true, true", "26, false, false", "27, true, false", "28, true, false"
    })
    void inputsAreThoseOfTheDataSheet(int code, boolean isInput1, boolean isInput2) {
        PortSetup setup = PortSetup.ofCode(code).orElseThrow();

        assertEquals(isInput1, setup.use(1).isInput());
        assertEquals(isInput2, setup.use(2).isInput());
    }

    @ParameterizedTest
    @EnumSource(PortSetup.class)
    void tariffsAreReadWhereThereAreInputsForThem(PortSetup setup) {
        assertEquals(setup.has(PortUse.TARIFF), setup.tariffs().isPresent());
        assertEquals(setup.sync() != TariffSync.NONE, setup.makesFollow(LoadRelay.LOAD_1));
        assertEquals(setup.sync() != TariffSync.NONE && setup.has(PortUse.TARIFF), setup.makesFollow(LoadRelay.LOAD_2));
    }

    @ParameterizedTest
    @EnumSource(PortUse.class)
    void aPortIsAnInputOrDrivesOneThing(PortUse use) {
        long deeds = Stream.of(
                        use == PortUse.NONE,
                        use.isInput(),
                        use.isPulseOutput(),
                        use.drives(LoadRelay.LOAD_1),
                        use.drives(LoadRelay.LOAD_2))
                .filter(is -> is)
                .count();

        assertEquals(1, deeds);
    }

    @ParameterizedTest(name = "{0}, written {1}: {2}")
    @CsvSource(textBlock = """
        UNUSED,                1,  FOUR_TARIFFS
        FOUR_TARIFFS_INVERTED, 1,  FOUR_TARIFFS_INVERTED
        FOUR_TARIFFS_INVERTED, 0,  UNUSED
        UNUSED,                2,  TWO_TARIFFS_ALARM
        UNUSED,                5,  PULSE_ALARM
        UNUSED,                11, ALARM_A_PLUS
        UNUSED,                12, PULSE_SYNC
        UNUSED,                18, PULSE_LOAD_CHANGE
        UNUSED,                9,  DEBITING_A_PLUS
        DEBITING_PULSE,        9,  DEBITING_PULSE
        UNUSED,                14,
        UNUSED,                15,
        UNUSED,                19,
        """)
    void modulPortIoCfgKeepsInversionsOfTheSameUse(PortSetup before, int written, PortSetup after) {
        assertEquals(Optional.ofNullable(after), before.withDlmsCode(written));
    }

    @Test
    void codesThatAreNotThereAreNoSetUp() {
        for (int code : new int[] {-1, 24, 25, 29, 30}) {
            assertTrue(PortSetup.ofCode(code).isEmpty());
        }
        assertTrue(PortSetup.ALARM_A_PLUS.code().isEmpty());
    }

    @ParameterizedTest(name = "Z8 {0}")
    @CsvSource(textBlock = """
        1, 30, false
        2, 30, true
        3, 80, false
        4, 80, true
        """)
    void pulseWidthAndAlarmAreZ8(int code, int millis, boolean alarm) {
        PulseWidth width = PulseWidth.ofCode(code).orElseThrow();

        assertEquals(millis, width.millis());
        assertEquals(alarm, width.isAlarmEnabled());
        assertTrue(PulseWidth.ofCode(0).isEmpty());
        assertTrue(PulseWidth.ofCode(5).isEmpty());
    }

    // TD p59: with 1 000 pulses/kWh usable to 86 A with 30 ms, to 32 A with 80 ms.
    @ParameterizedTest(name = "{0}: {1} A")
    @CsvSource(textBlock = """
        MILLIS_30, 86
        MILLIS_80, 32
        """)
    void outputsAreUsableToTheCurrentOfThePapers(PulseWidth width, long amperes) {
        assertEquals(amperes, width.usableToWatts(1_000) / (3 * 230));
    }

    @ParameterizedTest(name = "Z12 {0}")
    @CsvSource(textBlock = """
        0, NONE, ''
        1, KILOWATT_HOURS, kWh
        2, CUBIC_METRES, m³
        3, LITRES, l
        """)
    void pulseUnitIsZ12(int code, PulseUnit unit, String symbol) {
        assertEquals(unit, PulseUnit.ofCode(code).orElseThrow());
        assertEquals(symbol, unit.symbol());
        assertTrue(PulseUnit.ofCode(4).isEmpty());
    }
}
