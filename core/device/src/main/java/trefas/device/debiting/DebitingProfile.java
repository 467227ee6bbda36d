package trefas.device.debiting;

import static trefas.device.log.LoggedRegister.*;

import java.util.List;
import java.util.Optional;
import trefas.device.log.LoggedRegister;

/// Contents of the debiting loggers, one row per content (dossier 11). A new content is a new row.
public enum DebitingProfile {
    /// Debiting logger 1 (table 12 of the technical description; data sheet). It has no choice, so no Z30 code.
    FIRST(
            0,
            HOUR_COUNTER,
            DEBITING_PERIODS,
            POWER_THRESHOLD_COUNTER,
            PULSE_INPUT,
            A_PLUS,
            A_MINUS,
            R_PLUS,
            R_MINUS,
            A_PLUS_T1,
            A_PLUS_T2,
            A_PLUS_T3,
            A_PLUS_T4,
            R_PLUS_T1,
            R_PLUS_T2,
            R_PLUS_T3,
            R_PLUS_T4,
            E_PLUS,
            E_MINUS,
            P_PLUS_MAX,
            P_PLUS_MAX_TIME,
            P_PLUS_MAX_T1,
            P_PLUS_MAX_T1_TIME,
            P_PLUS_MAX_T2,
            P_PLUS_MAX_T2_TIME,
            P_PLUS_ACCUMULATED,
            P_PLUS_ACCUMULATED_T1,
            P_PLUS_ACCUMULATED_T2,
            Q_PLUS_MAX,
            Q_PLUS_MAX_TIME,
            Q_PLUS_MAX_T1,
            Q_PLUS_MAX_T1_TIME,
            Q_PLUS_MAX_T2,
            Q_PLUS_MAX_T2_TIME,
            Q_PLUS_ACCUMULATED,
            S_PLUS_MAX,
            S_PLUS_MAX_TIME,
            S_MINUS_MAX,
            S_MINUS_MAX_TIME),
    /// Z30 = 1 (table 13).
    PROFILE_01(
            1,
            HOUR_COUNTER,
            A_PLUS,
            A_MINUS,
            R_PLUS,
            R_MINUS,
            A_PLUS_T1,
            A_PLUS_T2,
            A_PLUS_T3,
            A_PLUS_T4,
            A_MINUS_T1,
            A_MINUS_T2,
            A_MINUS_T3,
            A_MINUS_T4,
            R_PLUS_T1,
            R_PLUS_T2,
            R_PLUS_T3,
            R_PLUS_T4,
            R_MINUS_T1,
            R_MINUS_T2,
            R_MINUS_T3,
            R_MINUS_T4),
    /// Z30 = 2 (our choice: the successor's list, OMNIA p35).
    PROFILE_02(
            2,
            A_PLUS,
            A_PLUS_T1,
            A_PLUS_T2,
            A_MINUS,
            A_MINUS_T1,
            A_MINUS_T2,
            R_PLUS,
            R_PLUS_T1,
            R_PLUS_T2,
            R_MINUS,
            R_MINUS_T1,
            R_MINUS_T2);

    private final int code;
    private final List<LoggedRegister> registers;

    DebitingProfile(int code, LoggedRegister... registers) {
        this.code = code;
        this.registers = List.of(registers);
    }

    /// The Z30 code; 0 for the content of the first logger.
    public int code() {
        return code;
    }

    /// The columns, in order.
    public List<LoggedRegister> registers() {
        return registers;
    }

    /// As the data sheet numbers the contents of the second debiting logger.
    public String words() {
        return "profile 0" + code;
    }

    /// A content of the second debiting logger.
    public static Optional<DebitingProfile> ofZ30(int code) {
        return switch (code) {
            case 1 -> Optional.of(PROFILE_01);
            case 2 -> Optional.of(PROFILE_02);
            default -> Optional.empty();
        };
    }
}
