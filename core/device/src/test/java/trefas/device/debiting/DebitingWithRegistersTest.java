package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import trefas.device.demand.DemandSettings;
import trefas.device.demand.MeterRegister;
import trefas.device.demand.MeterRegisters;
import trefas.device.demand.RegisterList;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.log.WireType;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;
import trefas.metrology.SummationMethod;
import trefas.quantity.Obis;

/// A debiting stop with the meter's own registers, second by second. The last integration period ends in the same
/// second as the debiting period, and its peak belongs to the row.
class DebitingWithRegistersTest {

    private static final int ZONE = 1;
    /// 2026-02-01T00:00:00 in the zone.
    private static final long STOP = 1_769_900_400L;
    private static final int MINUTE = 60;

    private final MeterRegisters registers =
            new MeterRegisters(EnergyFormat.F72, MeasuredEnergies.FOUR_QUADRANTS, DemandSettings.DEFAULT, ZONE);
    private final Map<Obis, MeterRegister> list =
            RegisterList.of(EnergyFormat.F72, MeasuredEnergies.FOUR_QUADRANTS).stream()
                    .collect(Collectors.toMap(MeterRegister::obis, Function.identity()));
    private final OneSecondValues values = new OneSecondValues();
    private final SecondTotals totals = new SecondTotals();
    private final List<ProfileEntry> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> rows.add(row);
    private final DebitingLog log = new DebitingLog(DebitingSettings.DEFAULT, ZONE);

    // From 23:00: 45 min of 1000 W, then 15 min of 4000 W up to midnight, then 2000 W. Tariff 2 from 23:30.
    //
    //   A+  750 + 1000 = 1750 Wh      T1  500 Wh, peak 1000 W at 23:15      T2  250 + 1000 Wh, peak 4000 W at 00:00
    @Test
    void theLastPeriodsPeakIsInTheRowAndThenGone() {
        run(-60 * MINUTE, -30 * MINUTE, 1_000);
        registers.activateTariff(2);
        run(-30 * MINUTE, -15 * MINUTE, 1_000);
        run(-15 * MINUTE, 0, 4_000);

        assertEquals(1, rows.size());
        assertEquals(STOP, rows.getFirst().capturedAt());
        assertEquals(175, in(LoggedRegister.A_PLUS));
        assertEquals(50, in(LoggedRegister.A_PLUS_T1));
        assertEquals(125, in(LoggedRegister.A_PLUS_T2));
        assertEquals(4_000, in(LoggedRegister.P_PLUS_MAX));
        assertEquals(STOP, in(LoggedRegister.P_PLUS_MAX_TIME));
        assertEquals(1_000, in(LoggedRegister.P_PLUS_MAX_T1));
        assertEquals(STOP - 45 * MINUTE, in(LoggedRegister.P_PLUS_MAX_T1_TIME));
        assertEquals(4_000, in(LoggedRegister.P_PLUS_MAX_T2));
        assertEquals(0, in(LoggedRegister.P_PLUS_ACCUMULATED));
        assertEquals(0, value(LoggedRegister.P_PLUS_MAX));
        assertEquals(4_000, value(LoggedRegister.P_PLUS_ACCUMULATED));
        assertEquals(1_000, value(LoggedRegister.P_PLUS_ACCUMULATED_T1));
        assertEquals(4_000, value(LoggedRegister.P_PLUS_ACCUMULATED_T2));

        run(0, 15 * MINUTE, 2_000);

        assertEquals(2_000, value(LoggedRegister.P_PLUS_MAX));
        assertEquals(STOP + 15 * MINUTE, value(LoggedRegister.P_PLUS_MAX_TIME));
    }

    // What the debiting logger asks for and no counter of the registers answers is somebody else's.
    @Test
    void theRegistersAnswerEveryColumnButTwo() {
        List<LoggedRegister> others = DebitingProfile.FIRST.registers().stream()
                .filter(register -> !list.containsKey(register.obis()))
                .toList();

        assertEquals(List.of(LoggedRegister.DEBITING_PERIODS, LoggedRegister.PULSE_INPUT), others);
    }

    // The two tables say the same of every register they share, except means that one has over the integration period
    // and the other over the analysis interval; those agree in code, class and scaler as well.
    @Test
    void bothTablesAgree() {
        for (LoggedRegister logged : LoggedRegister.ALL) {
            Optional<MeterRegister> read = Optional.ofNullable(list.get(logged.obis()));
            if (read.isPresent()) {
                assertEquals(read.get().interfaceClass(), logged.classId(), logged.title());
                if (logged.type() != WireType.DATE_TIME) {
                    assertEquals(read.get().scaler(), logged.scaler(EnergyFormat.F72), logged.title());
                }
            }
        }
    }

    private void run(int from, int to, int watts) {
        values.phase(0, 230_000, watts * 1_000 / 230, watts * 1_000, 0);
        totals.register(values, SummationMethod.VECTOR);
        for (long now = STOP + from + 1; now <= STOP + to; now++) {
            registers.secondElapsed(now, now, values, totals);
            log.secondElapsed(now, this::value, at -> registers.debitingStop(), sink);
        }
    }

    private long value(LoggedRegister register) {
        MeterRegister read = list.get(register.obis());
        if (read == null) {
            return register == LoggedRegister.DEBITING_PERIODS ? log.periods() : 0;
        }
        return register.type() == WireType.DATE_TIME ? read.stamp(registers) : read.value(registers);
    }

    private long in(LoggedRegister register) {
        return rows.getFirst().reading(DebitingProfile.FIRST.registers().indexOf(register));
    }
}
