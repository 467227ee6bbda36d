package trefas.objects.standard;

/// What befell a meter, with the code of the DSMR and IDIS family (dossier G5) and the log it goes to.
public enum EventCode {
    POWER_DOWN(1, EventLogs.STANDARD),
    POWER_UP(2, EventLogs.STANDARD),
    CLOCK_OLD_TIME(4, EventLogs.STANDARD),
    CLOCK_NEW_TIME(5, EventLogs.STANDARD),
    ALARM_CLEARED(11, EventLogs.STANDARD),
    IMAGE_READY(17, EventLogs.STANDARD),
    IMAGE_ACTIVATED(18, EventLogs.STANDARD),
    PARAMETERS_CHANGED(47, EventLogs.STANDARD),
    KEYS_CHANGED(48, EventLogs.STANDARD),
    IMAGE_VERIFICATION_FAILED(51, EventLogs.STANDARD),
    TERMINAL_COVER_REMOVED(40, EventLogs.FRAUD),
    TERMINAL_COVER_CLOSED(41, EventLogs.FRAUD),
    METER_COVER_REMOVED(44, EventLogs.FRAUD),
    METER_COVER_CLOSED(45, EventLogs.FRAUD),
    READY_FOR_RECONNECTION(59, EventLogs.DISCONNECTOR),
    MANUAL_DISCONNECTION(60, EventLogs.DISCONNECTOR),
    MANUAL_CONNECTION(61, EventLogs.DISCONNECTOR),
    REMOTE_DISCONNECTION(62, EventLogs.DISCONNECTOR),
    REMOTE_CONNECTION(63, EventLogs.DISCONNECTOR),
    LOCAL_DISCONNECTION(64, EventLogs.DISCONNECTOR),
    LIMITER_EXCEEDED(65, EventLogs.DISCONNECTOR),
    LIMITER_OK(66, EventLogs.DISCONNECTOR),
    /// IDIS has no code of its own for it; 69 is ours.
    LOCAL_CONNECTION(69, EventLogs.DISCONNECTOR);

    private final int code;
    private final int log;

    EventCode(int code, int log) {
        this.code = code;
        this.log = log;
    }

    public int code() {
        return code;
    }

    /// Group E of the log's logical name.
    int log() {
        return log;
    }
}
