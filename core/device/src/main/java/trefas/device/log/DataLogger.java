package trefas.device.log;

/// The meter's loggers. The code stands in the keys of the permanent memory, so it never changes. All rows have the
/// same shape, a [ProfileEntry]; what its readings mean is the logger's.
public enum DataLogger {
    /// 1-1:99.1.0, energy registers at the end of each capture period.
    LOAD_PROFILE(1),
    /// 1-1:99.1.1, up to 24 registers and means (dossier 10.3).
    ANALYSIS(2),
    /// 1-1:98.1.0, every register at a debiting stop (dossier 11).
    DEBITING_1(3),
    /// 1-1:98.2.0, energies each day, week or month (dossier 11).
    DEBITING_2(4),
    /// 1-1:99.98.2, resets, tamper and internal errors (dossier 10.5).
    STATUS(5),
    /// 1-1:99.98.3, the clock before each time it was set.
    RTC(6),
    /// 1-1:99.98.5, what the breaker did.
    CUT_OFF(7),
    /// 1-1:99.98.10, what befell the load profile.
    LOAD_PROFILE_EVENT(8),
    /// 1-1:99.98.12, neutral faults come and gone.
    NEUTRAL_FAULT(9),
    /// 1-1:99.98.13, uploads that worked.
    AUDIT_SUCCESS(10),
    /// 1-1:99.98.14, uploads that failed.
    AUDIT_FAIL(11),
    /// 1-1:99.98.16, deviations of the voltage and outages (dossier 14.2).
    VOLTAGE_QUALITY(12),
    /// 1-1:99.98.17, the occurrence counters (dossier 14.3).
    OCCURRENCES(13);

    private final int code;

    DataLogger(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
