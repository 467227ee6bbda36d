package trefas.device;

import java.util.List;
import java.util.Optional;

/// A part of the octets of a meter in the permanent memory, one for each of [MeterParts]. The tag never changes; a new
/// part gets a new one. In this order, for some are read against those before them.
enum Section {
    /// Energies.
    REGISTERS(1),
    LOAD_PROFILE(2),
    /// Tariffs, trip counters, hours, demand.
    COUNTERS(3),
    CLOCK(4),
    TARIFFS(5),
    PORTS(6),
    LOAD(7),
    STATUS(8),
    EVENTS(9),
    PROFILE_EVENTS(10),
    DEBITING(11),
    SECOND_DEBITING(12),
    ANALYSIS(13),
    /// Timers and neutral faults.
    SUPPLY(14),
    VOLTAGE_QUALITY(15),
    OCCURRENCES(16),
    /// High resolution registers and the LED.
    VERIFICATION(17),
    /// Uploads of software.
    UPLOADS(18),
    CUT_OFF(19);

    /// All in order; `values()` would copy them at each save.
    static final List<Section> ALL = List.of(values());

    private final int tag;

    Section(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }

    static Optional<Section> ofTag(int tag) {
        return tag >= 1 && tag <= ALL.size() ? Optional.of(ALL.get(tag - 1)) : Optional.empty();
    }
}
