package trefas.device.analysis;

import static trefas.device.log.LoggedRegister.MEAN_CURRENT_L1;
import static trefas.device.log.LoggedRegister.MEAN_CURRENT_L2;
import static trefas.device.log.LoggedRegister.MEAN_CURRENT_L3;
import static trefas.device.log.LoggedRegister.MEAN_VOLTAGE_L1;
import static trefas.device.log.LoggedRegister.MEAN_VOLTAGE_L2;
import static trefas.device.log.LoggedRegister.MEAN_VOLTAGE_L3;
import static trefas.device.log.LoggedRegister.P_MINUS;
import static trefas.device.log.LoggedRegister.P_PLUS;
import static trefas.device.log.LoggedRegister.Q_MINUS;
import static trefas.device.log.LoggedRegister.Q_PLUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.device.log.LoggedRegister;

/// What the analysis logger holds when nobody chose otherwise (Z10 = 000), by the energy type X9 of the meter (dossier
/// 10.3, table 15): powers at the end of the interval, then mean voltages and currents.
public enum AnalysisSet {
    ACTIVE_IMPORT(1, P_PLUS),
    ACTIVE(2, P_PLUS, P_MINUS),
    FOUR_QUADRANT(4, P_PLUS, P_MINUS, Q_PLUS, Q_MINUS);

    private final int code;
    private final List<LoggedRegister> registers;

    AnalysisSet(int code, LoggedRegister... powers) {
        this.code = code;
        List<LoggedRegister> all = new ArrayList<>(List.of(powers));
        all.addAll(List.of(
                MEAN_VOLTAGE_L1, MEAN_VOLTAGE_L2, MEAN_VOLTAGE_L3, MEAN_CURRENT_L1, MEAN_CURRENT_L2, MEAN_CURRENT_L3));
        this.registers = List.copyOf(all);
    }

    /// The X9 digit of the type number.
    public int code() {
        return code;
    }

    public List<LoggedRegister> registers() {
        return registers;
    }

    public static Optional<AnalysisSet> ofX9(int digit) {
        for (AnalysisSet set : values()) {
            if (set.code == digit) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }
}
