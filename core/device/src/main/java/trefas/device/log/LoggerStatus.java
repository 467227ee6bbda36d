package trefas.device.log;

import java.util.Set;

/// LoggerStatus of a row, unsigned 16 bit (dossier 10.1). The bit numbers are the protocol's; unnamed bits stay zero.
public enum LoggerStatus {
    ENTRY_CHECKSUM_WRONG(3),
    TIME_DISCONTINUITY(6),
    RECONFIGURED(7),
    PERIOD_CHANGED(8),
    LOG_ID_EXHAUSTED(9);

    private final int mask;

    LoggerStatus(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire.
    public int mask() {
        return mask;
    }

    public static int encode(Set<LoggerStatus> flags) {
        return flags.stream().mapToInt(LoggerStatus::mask).reduce(0, (a, b) -> a | b);
    }
}
