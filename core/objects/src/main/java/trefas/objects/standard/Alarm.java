package trefas.objects.standard;

/// A bit of alarm register 1 (dossier G5), as far as this meter can raise it.
public enum Alarm {
    CLOCK_INVALID(0),
    REPLACE_BATTERY(1),
    POWER_UP(2),
    CONFIGURATION_CHANGED(4),
    PROGRAM_MEMORY_ERROR(8),
    RAM_ERROR(9),
    NON_VOLATILE_MEMORY_ERROR(10),
    MEASUREMENT_SYSTEM_ERROR(11),
    WATCHDOG_ERROR(12),
    FRAUD_ATTEMPT(13),
    PHASE_OUTAGE_L1(28),
    PHASE_OUTAGE_L2(29),
    PHASE_OUTAGE_L3(30);

    private final int bit;

    Alarm(int bit) {
        this.bit = bit;
    }

    public long mask() {
        return 1L << bit;
    }
}
