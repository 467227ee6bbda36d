package trefas.device.configuration;

/// Z8: how long the pulses of the module's outputs are, and whether its alarm input is looked at.
///
/// @param pulseMilliseconds 30 or 80
public record PulseAndAlarm(int pulseMilliseconds, boolean isAlarmInputEnabled) {

    static final int SHORT_MILLISECONDS = 30;
    static final int LONG_MILLISECONDS = 80;

    public PulseAndAlarm {
        if (pulseMilliseconds != SHORT_MILLISECONDS && pulseMilliseconds != LONG_MILLISECONDS) {
            throw new IllegalArgumentException("pulses of " + pulseMilliseconds + " ms, expected 30 or 80");
        }
    }

    /// Of a Z8 code, 1 to 4.
    static PulseAndAlarm ofCode(int code) {
        return new PulseAndAlarm(code <= 2 ? SHORT_MILLISECONDS : LONG_MILLISECONDS, code % 2 == 0);
    }

    @Override
    public String toString() {
        return "pulses of " + pulseMilliseconds + " ms, alarm input " + (isAlarmInputEnabled ? "enabled" : "disabled");
    }
}
