package trefas.device.log;

import java.util.List;
import java.util.Optional;

/// What befalls the load profile (1-1:96.5.3 in the log 1-1:99.98.10, dossier 10.5). The codes are the protocol's; 0, 1
/// and 3 are reserved.
public enum LoadProfileEvent {
    /// The rows went because other registers are logged now.
    REGISTERS_CHANGED(2),
    /// Somebody emptied it.
    DELETED_MANUALLY(4),
    /// The rows went because another capture period was set.
    INTERVAL_CHANGED(5),
    DISABLED(6),
    ENABLED(7);

    /// All events in the order of their codes.
    static final List<LoadProfileEvent> ALL = List.of(values());

    private final int code;

    LoadProfileEvent(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    int mask() {
        return 1 << code;
    }

    public static Optional<LoadProfileEvent> ofCode(int code) {
        return ALL.stream().filter(event -> event.code == code).findFirst();
    }
}
