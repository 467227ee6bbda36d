package trefas.device.status;

/// Which events call somebody, and whom (dossier 16). Masks are 32 bits; a set bit calls.
///
/// @param callConfig AlarmCallConfig 1-1:134.0.3: 0 off, 128 on
/// @param endPoint 1-1:134.0.4, an IPv4 address as a number; 172.16.4.120 is 0xAC100478
/// @param port 1-1:134.0.5, 0 to 65 535
/// @param maskA 1-1:134.0.6, bits of [EventA] that call when they come
/// @param risingMaskB 1-1:134.0.7, bits of [EventB] that call when they come
/// @param fallingMaskB 1-1:134.0.8, bits of [EventB] that call when they go
public record AlarmSettings(int callConfig, long endPoint, int port, int maskA, int risingMaskB, int fallingMaskB) {

    public static final int OFF = 0;
    public static final int ON = 128;

    public static final int PORT_MAX = 0xFFFF;

    private static final long UNSIGNED_32_MAX = 0xFFFF_FFFFL;

    /// No alarms, as Z26 000.
    public static final AlarmSettings DEFAULT = new AlarmSettings(OFF, 0, 0, 0, 0, 0);

    public AlarmSettings {
        if (!isCallConfig(callConfig) || !isEndPoint(endPoint) || !isPort(port)) {
            throw new IllegalArgumentException("alarm call " + callConfig + " to " + endPoint + ":" + port
                    + ", expected 0 or 128, 32 bits and 16 bits");
        }
    }

    public static boolean isCallConfig(int code) {
        return code == OFF || code == ON;
    }

    public static boolean isEndPoint(long address) {
        return address >= 0 && address <= UNSIGNED_32_MAX;
    }

    public static boolean isPort(int port) {
        return port >= 0 && port <= PORT_MAX;
    }

    /// Whether calls are made at all.
    public boolean isOn() {
        return callConfig == ON;
    }

    public AlarmSettings withCallConfig(int other) {
        return new AlarmSettings(other, endPoint, port, maskA, risingMaskB, fallingMaskB);
    }

    public AlarmSettings withEndPoint(long other) {
        return new AlarmSettings(callConfig, other, port, maskA, risingMaskB, fallingMaskB);
    }

    public AlarmSettings withPort(int other) {
        return new AlarmSettings(callConfig, endPoint, other, maskA, risingMaskB, fallingMaskB);
    }

    public AlarmSettings withMaskA(int other) {
        return new AlarmSettings(callConfig, endPoint, port, other, risingMaskB, fallingMaskB);
    }

    public AlarmSettings withRisingMaskB(int other) {
        return new AlarmSettings(callConfig, endPoint, port, maskA, other, fallingMaskB);
    }

    public AlarmSettings withFallingMaskB(int other) {
        return new AlarmSettings(callConfig, endPoint, port, maskA, risingMaskB, other);
    }
}
