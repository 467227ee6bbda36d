package trefas.device.log;

/// The meter's data loggers. The code stands in the keys of the permanent memory, so it never changes.
public enum DataLogger {
    /// 1-1:99.1.0, energy registers at the end of each capture period.
    LOAD_PROFILE(1);

    private final int code;

    DataLogger(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
