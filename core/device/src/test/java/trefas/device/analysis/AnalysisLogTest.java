package trefas.device.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.log.LoggedRegister.A_PLUS;
import static trefas.device.log.LoggedRegister.MEAN_CURRENT_L3;
import static trefas.device.log.LoggedRegister.MEAN_POWER_FACTOR_L1;
import static trefas.device.log.LoggedRegister.MEAN_VOLTAGE_L1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;
import trefas.device.log.ProfileEntry;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

/// Means and rows of the analysis logger (dossier 10.3; decision 0040). Times are seconds after a border of the grid.
class AnalysisLogTest {

    private static final long BORDER = 1_767_225_600L;
    private static final int INTERVAL = 900;
    private static final int RECONFIGURED = 0x80;
    private static final int PERIOD_CHANGED = 0x100;
    private static final int OUTAGE = 0x400;

    private final List<ProfileEntry> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.ANALYSIS, logger);
        assertEquals(5_760, capacity);
        rows.add(row);
    };
    private final LoggedValues values = register -> 4_711;
    private final OneSecondValues second = new OneSecondValues();
    private AnalysisLog log = logOf(A_PLUS, MEAN_VOLTAGE_L1, MEAN_CURRENT_L3, MEAN_POWER_FACTOR_L1);

    // 600 seconds of the first values and 300 of the second; L1 as written, L2 the same times 2, L3 nothing but THD.
    //
    //   U   (600 x 230 900 + 300 x 229 600) / 900 = 230 466.6 mV   -> 230
    //   I   (600 x 1 209 + 300 x 1 200) / 900 = 1 206 mA           -> 120 (10 mA)
    //   P+  600 x 3 000 000 / 900 = 2 000 W                        P-  300 x 5 / 900 = 1.67 kW    -> 1666
    //   Q+  600 x 4 / 900 = 2.67 kvar -> 2666                      Q-  300 x 12 / 900             -> 4000
    //   S+  600 x 5 000 VA / 900 -> 3333                           S-  300 x 13 000 / 900         -> 4333
    //   PF  P: 600 x 3 + 300 x 5 = 3 300, Q: 600 x 4 + 300 x 12 = 6 000: 0.4819 -> 48
    //   f   (600 x 50 019 + 300 x 49 999) / 900 = 50 012.3         -> 5001
    //   THD known in the first 600 seconds only, 2.03 %            -> 203
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            MEAN_VOLTAGE_L1,        230
            MEAN_VOLTAGE_L2,        460
            MEAN_VOLTAGE_L3,        0
            MEAN_CURRENT_L1,        120
            MEAN_CURRENT_L2,        241
            MEAN_P_PLUS_L1,         2000
            MEAN_P_PLUS_L2,         4000
            MEAN_P_MINUS_L1,        1666
            MEAN_P_MINUS_L2,        3333
            MEAN_Q_PLUS_L1,         2666
            MEAN_Q_MINUS_L1,        4000
            MEAN_Q_MINUS_L3,        0
            MEAN_S_PLUS_L1,         3333
            MEAN_S_PLUS_L2,         6666
            MEAN_S_MINUS_L1,        4333
            MEAN_POWER_FACTOR_L1,   48
            MEAN_POWER_FACTOR_L2,   48
            MEAN_POWER_FACTOR_L3,   100
            MEAN_POWER_FACTOR,      48
            MEAN_FREQUENCY,         5001
            MEAN_CURRENT_THD_L1,    203
            MEAN_CURRENT_THD_L3,    205
            MEAN_VOLTAGE_THD_L1,    303
            P_PLUS,                 4711
            """)
    void aMeanIsCutFromAnExactSum(LoggedRegister register, long expected) {
        log = logOf(register);
        var known = new FixedDistortion(303, 203);
        set(230_900, 1_209, 3_000_000, 4_000_000, 50_019);
        for (int at = 1; at <= 600; at++) {
            log.secondElapsed(BORDER + at, second, known, values, sink);
        }
        set(229_600, 1_200, -5_000_000, -12_000_000, 49_999);
        for (int at = 601; at <= INTERVAL; at++) {
            log.secondElapsed(BORDER + at, second, Distortion.UNKNOWN, values, sink);
        }

        assertEquals(List.of(new ProfileEntry(1, BORDER + INTERVAL, 0, 0, expected)), rows);
    }

    @Test
    void anIntervalBeginsWithNothing() {
        run(1, INTERVAL, 230_000);
        run(INTERVAL + 1, 2 * INTERVAL, 240_000);

        assertEquals(230, rows.get(0).reading(1));
        assertEquals(240, rows.get(1).reading(1));
    }

    @ParameterizedTest(name = "{0} W and {1} var: {2}")
    @CsvSource(textBlock = """
            0,  0,  100
            0,  1,  0
            1,  0,  100
            3,  4,  60
            4,  3,  80
            7,  24, 28
            24, 7,  96
            5,  12, 38
            1,  1,  70
            99, 1,  99
            """)
    void aPowerFactorIsCutExactly(long active, long reactive, int hundredths) {
        for (long factor : new long[] {1, 1_000, 999_999_999_989L}) {
            assertEquals(hundredths, PowerFactor.hundredths(active * factor, reactive * factor));
        }
    }

    // 15:00 of supply, then off from second 1000 to 3000: two rows of that time. Means are over what was measured.
    @Test
    void anOutageLeavesMarkedRowsAndMeansOfWhatWasMeasured() {
        run(1, INTERVAL, 230_000);
        run(INTERVAL + 1, 1_000, 220_000);
        log.outage(BORDER + 1_000, BORDER + 3_000, values, sink);
        run(3_001, 3_600, 240_000);
        run(3_601, 4_500, 240_000);

        assertEquals(
                List.of(
                        new ProfileEntry(1, BORDER + 900, 0, 0, 4_711, 230, 0, 100),
                        new ProfileEntry(2, BORDER + 1_800, 0, OUTAGE, 4_711, 220, 0, 100),
                        new ProfileEntry(3, BORDER + 2_700, 0, OUTAGE, 4_711, 0, 0, 100),
                        new ProfileEntry(4, BORDER + 3_600, 0, OUTAGE, 4_711, 240, 0, 100),
                        new ProfileEntry(5, BORDER + 4_500, 0, 0, 4_711, 240, 0, 100)),
                rows);
    }

    // What was measured before a gap that stays must not slip into the interval after it.
    @Test
    void aGapThatStaysForgetsWhatWasMeasuredBefore() {
        run(1, 100, 100_000);
        log.outage(BORDER + 100, BORDER + 1_000, values, sink);
        run(1_001, 1_800, 240_000);

        assertEquals(List.of(new ProfileEntry(1, BORDER + 1_800, 0, OUTAGE, 4_711, 240, 0, 100)), rows);
    }

    @Test
    void backwardTheSecondsBeforeCountOn() {
        run(1, INTERVAL + 10, 230_000);
        log.clockSet(BORDER + INTERVAL + 10, BORDER + INTERVAL - 10, values, sink);
        run(INTERVAL - 9, INTERVAL, 250_000);

        assertEquals(2, rows.size());
        assertEquals(new ProfileEntry(2, BORDER + INTERVAL, 0, 0x22, 4_711, 240, 0, 100), rows.getLast());
    }

    @Test
    void anotherChoiceOrIntervalEmptiesTheLoggerAndTheNextRowTells() {
        run(1, INTERVAL, 230_000);
        AnalysisSettings before = log.settings();

        log.change(new AnalysisPlan(before));
        assertEquals(1, log.ring().entriesInUse());
        log.change(new AnalysisPlan(before.withInterval(CapturePeriod.MINUTES_30)));
        assertEquals(0, log.ring().entriesInUse());
        run(INTERVAL + 1, 2 * INTERVAL, 230_000);
        assertEquals(PERIOD_CHANGED, rows.getLast().loggerStatus());
        log.change(new AnalysisPlan(
                before.withInterval(CapturePeriod.MINUTES_30).withRegisters(List.of(MEAN_CURRENT_L3))));
        run(2 * INTERVAL + 1, 4 * INTERVAL, 230_000);

        assertEquals(new ProfileEntry(3, BORDER + 4 * INTERVAL, RECONFIGURED, 0, 0), rows.getLast());
        assertEquals(1, log.ring().entriesInUse());
    }

    @Test
    void withoutRegistersThereAreNoRows() {
        log = logOf();
        run(1, 2 * INTERVAL, 230_000);
        log.outage(BORDER + 2 * INTERVAL, BORDER + 9 * INTERVAL, values, sink);

        assertEquals(List.of(), rows);
    }

    @Test
    void aRestartInTheMiddleOfAnIntervalChangesNothing() {
        run(1, 450, 230_000);
        AnalysisLog restored = logOf(A_PLUS, MEAN_VOLTAGE_L1, MEAN_CURRENT_L3, MEAN_POWER_FACTOR_L1);
        assertTrue(restored.read(written()));
        log = restored;
        run(451, INTERVAL, 232_000);

        assertEquals(List.of(new ProfileEntry(1, BORDER + INTERVAL, 0, 0, 4_711, 231, 0, 100)), rows);
    }

    // Dossier 4.3: means of a phase are those of the logger's interval.
    @Test
    void theMeansOfTheLastIntervalCanBeRead() {
        run(1, INTERVAL - 1, 230_000);
        assertEquals(OptionalLong.of(0), log.latestMean(MEAN_VOLTAGE_L1));
        assertEquals(OptionalLong.of(100), log.latestMean(MEAN_POWER_FACTOR_L1), "of no power 1.00");
        run(INTERVAL, INTERVAL + 450, 230_000);

        AnalysisLog restored = logOf(A_PLUS, MEAN_VOLTAGE_L1, MEAN_CURRENT_L3, MEAN_POWER_FACTOR_L1);
        assertTrue(restored.read(written()));
        for (AnalysisLog any : List.of(log, restored)) {
            assertEquals(OptionalLong.of(230), any.latestMean(MEAN_VOLTAGE_L1));
            assertEquals(OptionalLong.of(100), any.latestMean(MEAN_POWER_FACTOR_L1));
            assertEquals(OptionalLong.empty(), any.latestMean(A_PLUS), "no mean");
            assertEquals(OptionalLong.empty(), any.latestMean(LoggedRegister.MEAN_VOLTAGE_L2), "not chosen");
        }
    }

    @Test
    void aRestartWithAnotherChoiceGivesUpTheRows() {
        run(1, INTERVAL + 450, 230_000);
        AnalysisLog restored = logOf(MEAN_VOLTAGE_L1);
        assertTrue(restored.read(written()));
        log = restored;
        assertEquals(0, log.ring().entriesInUse());
        run(INTERVAL + 451, 2 * INTERVAL, 232_000);

        assertEquals(new ProfileEntry(2, BORDER + 2 * INTERVAL, RECONFIGURED, 0, 232), rows.getLast());
    }

    @Test
    void aRecordOfNonsenseIsRefused() {
        run(1, 450, 230_000);
        byte[] record = written().array();
        AnalysisLog restored = logOf(A_PLUS, MEAN_VOLTAGE_L1, MEAN_CURRENT_L3, MEAN_POWER_FACTOR_L1);

        for (int length = 0; length < record.length; length++) {
            assertFalse(restored.read(ByteBuffer.wrap(record, 0, length)));
        }
        byte[] negative = record.clone();
        negative[15] = (byte) 0x80;
        assertFalse(restored.read(ByteBuffer.wrap(negative)), "a sum below zero");
        byte[] fewer = record.clone();
        fewer[13] = 1;
        assertFalse(restored.read(ByteBuffer.wrap(fewer)), "too few sums for the same choice");
    }

    private void run(int from, int to, int millivolts) {
        second.phase(0, millivolts, 0, 0, 0);
        for (int at = from; at <= to; at++) {
            log.secondElapsed(BORDER + at, second, Distortion.UNKNOWN, values, sink);
        }
    }

    private void set(int millivolts, int milliamperes, int milliwatts, int millivars, int millihertz) {
        second.phase(0, millivolts, milliamperes, milliwatts, millivars);
        second.phase(1, 2 * millivolts, 2 * milliamperes, 2 * milliwatts, 2 * millivars);
        second.supply(millihertz, PhaseSequence.UNDECIDED);
    }

    private ByteBuffer written() {
        ByteBuffer record = ByteBuffer.allocate(log.recordLength());
        log.write(record);
        assertFalse(record.hasRemaining());
        return record.flip();
    }

    private static AnalysisLog logOf(LoggedRegister... registers) {
        return new AnalysisLog(new AnalysisPlan(AnalysisSettings.DEFAULT.withRegisters(List.of(registers))));
    }

    /// The same distortion each second, one hundredth more in each phase.
    private record FixedDistortion(int voltage, int current) implements Distortion {

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public int ofVoltage(int phase) {
            return voltage + phase;
        }

        @Override
        public int ofCurrent(int phase) {
            return current + phase;
        }
    }
}
