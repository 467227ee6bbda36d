package trefas.device.configuration;

/// What one of the two ports of the plug-in module does (data sheet, Z3; dossier 17).
public enum PortRole {
    NONE(Direction.NONE, "not used"),
    /// One of two inputs that together choose among four tariffs.
    FOUR_TARIFF_INPUT(Direction.INPUT, "four tariffs"),
    /// The only input that chooses between two tariffs.
    TWO_TARIFF_INPUT(Direction.INPUT, "two tariffs"),
    PULSE_INPUT(Direction.INPUT, "pulses"),
    ALARM_INPUT(Direction.INPUT, "alarm"),
    /// A pulse ends the debiting period.
    DEBITING_INPUT(Direction.INPUT, "debiting stop"),
    /// Says whether the controlled load is on.
    LOAD_STATUS_INPUT(Direction.INPUT, "state of the load"),
    /// Like [#FOUR_TARIFF_INPUT], and load control follows the tariff.
    FOUR_TARIFF_LOAD_INPUT(Direction.INPUT, "four tariffs, load control follows"),
    A_PLUS_OUTPUT(Direction.OUTPUT, "pulses of A+"),
    A_MINUS_OUTPUT(Direction.OUTPUT, "pulses of A-"),
    R_PLUS_OUTPUT(Direction.OUTPUT, "pulses of R+"),
    /// Load control 1.
    LOAD_1_OUTPUT(Direction.OUTPUT, "load control 1"),
    /// Load control 2.
    LOAD_2_OUTPUT(Direction.OUTPUT, "load control 2"),
    /// Load control that follows the active tariff.
    LOAD_TARIFF_OUTPUT(Direction.OUTPUT, "load control that follows the tariff"),
    /// Changes between load control 1 and 2.
    LOAD_TOGGLE_OUTPUT(Direction.OUTPUT, "change between load control 1 and 2");

    /// From the meter's view.
    public enum Direction {
        NONE,
        INPUT,
        OUTPUT
    }

    private final Direction direction;
    private final String words;

    PortRole(Direction direction, String words) {
        this.direction = direction;
        this.words = words;
    }

    public Direction direction() {
        return direction;
    }

    public boolean isTariffInput() {
        return this == FOUR_TARIFF_INPUT || this == TWO_TARIFF_INPUT || this == FOUR_TARIFF_LOAD_INPUT;
    }

    /// Whether it gives pulses of a register.
    public boolean isPulseOutput() {
        return this == A_PLUS_OUTPUT || this == A_MINUS_OUTPUT || this == R_PLUS_OUTPUT;
    }

    /// Whether it switches a load as load control (Z14) says.
    public boolean isLoadOutput() {
        return this == LOAD_1_OUTPUT || this == LOAD_2_OUTPUT || this == LOAD_TOGGLE_OUTPUT;
    }

    /// Whether load control follows the active tariff by this port.
    public boolean followsTariff() {
        return this == LOAD_TARIFF_OUTPUT || this == FOUR_TARIFF_LOAD_INPUT;
    }

    @Override
    public String toString() {
        return switch (direction) {
            case NONE -> words;
            case INPUT -> "input, " + words;
            case OUTPUT -> "output, " + words;
        };
    }
}
