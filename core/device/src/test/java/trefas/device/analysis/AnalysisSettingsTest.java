package trefas.device.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.demand.MeterRegister;
import trefas.device.demand.RegisterList;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoggedRegister;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.quantity.Obis;

class AnalysisSettingsTest {

    private static final List<LoggedRegister> SELECTABLE =
            LoggedRegister.ALL.stream().filter(AnalysisSettings::isSelectable).toList();

    // Table 15 of the technical description, Z10 = 000.
    @ParameterizedTest(name = "X9 = {0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | P+, mean U L1, mean U L2, mean U L3, mean I L1, mean I L2, mean I L3
            2 | P+, P-, mean U L1, mean U L2, mean U L3, mean I L1, mean I L2, mean I L3
            4 | P+, P-, Q+, Q-, mean U L1, mean U L2, mean U L3, mean I L1, mean I L2, mean I L3
            """)
    void aMeterIsDeliveredWithTheSetOfItsEnergies(int x9, String titles) {
        AnalysisSettings settings = AnalysisSettings.ofSet(AnalysisSet.ofX9(x9).orElseThrow());

        assertEquals(
                titles, settings.registers().stream().map(LoggedRegister::title).collect(Collectors.joining(", ")));
        assertEquals(CapturePeriod.MINUTES_15, settings.interval());
        assertEquals(Optional.empty(), AnalysisSet.ofX9(3));
    }

    // Dossier 10.3, table 14.
    @ParameterizedTest
    @CsvSource(textBlock = """
            PULSE_INPUT,             true
            HOUR_COUNTER,            true
            A_PLUS_T8,               true
            R4,                      true
            E_MINUS_T1,              true
            A_1234,                  true
            A_NET,                   true
            Q_MINUS,                 true
            P_PLUS_DAY_MAX_TIME,     true
            MEAN_POWER_FACTOR,       true
            MEAN_S_MINUS_L2,         true
            MEAN_VOLTAGE_THD_L3,     true
            MEAN_FREQUENCY,          true
            COUPLING_STATE,          true
            P_PLUS_MAX,              false
            P_PLUS_MAX_TIME,         false
            Q_PLUS_ACCUMULATED,      false
            DEBITING_PERIODS,        false
            POWER_THRESHOLD_COUNTER, false
            """)
    void someRegistersCanBeChosen(LoggedRegister register, boolean selectable) {
        assertEquals(selectable, AnalysisSettings.isSelectable(register));
    }

    @Test
    void upTo24RegistersCanBeChosen() {
        assertEquals(Optional.empty(), AnalysisSettings.problem(List.of()));
        assertEquals(Optional.empty(), AnalysisSettings.problem(SELECTABLE.subList(0, 24)));
        assertEquals(
                Optional.of("the analysis logger holds at most 24 registers, not 25"),
                AnalysisSettings.problem(SELECTABLE.subList(0, 25)));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        List<LoggedRegister> twice = List.of(LoggedRegister.A_PLUS, LoggedRegister.A_PLUS);

        assertEquals(Optional.of("A+ stands twice"), AnalysisSettings.problem(twice));
        assertEquals(
                Optional.of("P+max can't stand in the analysis logger"),
                AnalysisSettings.problem(List.of(LoggedRegister.P_PLUS_MAX)));
        assertThrows(IllegalArgumentException.class, () -> AnalysisSettings.DEFAULT.withRegisters(twice));
    }

    // X9: 1 is A+, 2 A+ and A-, 4 all four (dossier 2.1). What is not listed as refused can be chosen.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            A_PLUS_T8            |
            A_PLUS_L3            |
            P_PLUS               |
            P_PLUS_DAY_MIN_TIME  |
            MEAN_P_PLUS_L2       |
            MEAN_VOLTAGE_L1      |
            MEAN_CURRENT_L3      |
            MEAN_POWER_FACTOR    |
            MEAN_POWER_FACTOR_L2 |
            MEAN_FREQUENCY       |
            MEAN_CURRENT_THD_L1  |
            HOUR_COUNTER         |
            PULSE_INPUT          |
            COUPLING_STATE       |
            A_MINUS              | ACTIVE_IMPORT
            A_MINUS_T1           | ACTIVE_IMPORT
            A_MINUS_L1           | ACTIVE_IMPORT
            A_MINUS_L2           | ACTIVE_IMPORT
            A_MINUS_L3           | ACTIVE_IMPORT
            A_1234               | ACTIVE_IMPORT
            A_NET                | ACTIVE_IMPORT
            P_MINUS              | ACTIVE_IMPORT
            MEAN_P_MINUS_L1      | ACTIVE_IMPORT
            MEAN_P_MINUS_L3      | ACTIVE_IMPORT
            R_PLUS               | ACTIVE_IMPORT ACTIVE
            R4                   | ACTIVE_IMPORT ACTIVE
            R_MINUS_T8           | ACTIVE_IMPORT ACTIVE
            E_PLUS               | ACTIVE_IMPORT ACTIVE
            E_MINUS_T1           | ACTIVE_IMPORT ACTIVE
            Q_PLUS               | ACTIVE_IMPORT ACTIVE
            Q_MINUS              | ACTIVE_IMPORT ACTIVE
            MEAN_Q_PLUS_L1       | ACTIVE_IMPORT ACTIVE
            MEAN_Q_MINUS_L3      | ACTIVE_IMPORT ACTIVE
            MEAN_S_PLUS_L2       | ACTIVE_IMPORT ACTIVE
            MEAN_S_MINUS_L1      | ACTIVE_IMPORT ACTIVE
            """)
    void aMeterLogsWhatItMeasures(LoggedRegister register, String refusedBy) {
        for (MeasuredEnergies measured : MeasuredEnergies.values()) {
            boolean isRefused =
                    refusedBy != null && List.of(refusedBy.split(" ")).contains(measured.name());

            assertEquals(
                    !isRefused,
                    AnalysisSettings.problem(List.of(register), measured).isEmpty(),
                    measured::name);
        }
    }

    // What a meter has no register for can't be chosen on it either.
    @Test
    void whatCanBeChosenOfCountersIsCounted() {
        for (MeasuredEnergies measured : MeasuredEnergies.values()) {
            List<Obis> there = RegisterList.of(EnergyFormat.F72, measured).stream()
                    .map(MeterRegister::obis)
                    .toList();
            for (LoggedRegister register : SELECTABLE) {
                boolean isEnergy = register.obis().d() == 8 && register.obis().a() == 1;
                if (isEnergy) {
                    assertEquals(
                            there.contains(register.obis()),
                            register.isMeasured(measured),
                            () -> register.title() + " " + measured);
                }
            }
        }
    }

    @ParameterizedTest(name = "X9 = {0}")
    @CsvSource({"1", "2", "4"})
    void theSetOfItsEnergiesIsMeasured(int x9) {
        assertEquals(
                Optional.empty(),
                AnalysisSettings.problem(
                        AnalysisSet.ofX9(x9).orElseThrow().registers(),
                        MeasuredEnergies.ofCode(x9).orElseThrow()));
    }

    @Test
    void whatIsNotMeasuredIsSaidInWords() {
        assertEquals(
                Optional.of("A- is nothing this meter measures: it counts A+ (X9 1)"),
                AnalysisSettings.problem(List.of(LoggedRegister.A_MINUS), MeasuredEnergies.ACTIVE_IMPORT));
        assertEquals(
                Optional.of("Q- is nothing this meter measures: it counts A+ A- (X9 2)"),
                AnalysisSettings.problem(
                        List.of(LoggedRegister.P_MINUS, LoggedRegister.Q_MINUS), MeasuredEnergies.ACTIVE));
        assertEquals(
                Optional.of("A+ stands twice"),
                AnalysisSettings.problem(
                        List.of(LoggedRegister.A_PLUS, LoggedRegister.A_PLUS), MeasuredEnergies.FOUR_QUADRANTS));
    }

    // Every register that can be chosen has a column, and every mean has its sums.
    @Test
    void everyChoiceHasAPlan() {
        assertTrue(SELECTABLE.size() > 100);
        for (LoggedRegister register : SELECTABLE) {
            var plan = new AnalysisPlan(AnalysisSettings.DEFAULT.withRegisters(List.of(register)));
            boolean isMean = register.name().startsWith("MEAN_");
            assertEquals(isMean, plan.sums() > 0, register.title());
            assertEquals(1, plan.readings(any -> 0, new long[plan.sums()], 0, 0).length);
        }
        assertFalse(new AnalysisPlan(AnalysisSettings.DEFAULT).needsDistortion());
    }
}
