package trefas.device.module;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/// Pulses of one output: as many as the energy of its register makes, never closer together than their width allows.
/// Energy that does not make a whole pulse waits for the next second.
final class EnergyPulses {

    static final int RECORD_LENGTH = 2 * Long.BYTES + 2 * Short.BYTES;

    /// Pulses that wait while the power is above what the output is usable to. More are lost.
    static final int WAITING_MAX = 10_000;

    private static final long NOT_STARTED = -1;
    private static final long MILLIWATT_SECONDS_PER_KILOWATT_HOUR = 3_600_000_000L;

    /// More energy in one go makes more pulses than can wait, whatever the constant.
    private static final long GROWN_MAX = (WAITING_MAX + 1) * MILLIWATT_SECONDS_PER_KILOWATT_HOUR;

    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int FREE_FROM_MILLIS_MAX = 160;

    /// The register up to which energy was counted, mW s.
    private long countedTo = NOT_STARTED;
    /// Energy on its way to a pulse, in mW s times pulses per kWh.
    private long rest;
    private int waiting;
    /// The earliest a pulse may begin in the next second.
    private int freeFromMillis;

    /// @param milliwattSeconds the register at the end of the second
    void secondElapsed(int port, long milliwattSeconds, ModuleSettings settings, Consumer<PortEvent> events) {
        if (countedTo >= 0 && milliwattSeconds > countedTo) {
            rest += Math.min(milliwattSeconds - countedTo, GROWN_MAX) * settings.pulsesPerKilowattHour();
            if (rest >= MILLIWATT_SECONDS_PER_KILOWATT_HOUR) {
                long due = rest / MILLIWATT_SECONDS_PER_KILOWATT_HOUR;
                rest %= MILLIWATT_SECONDS_PER_KILOWATT_HOUR;
                waiting = (int) Math.min(waiting + due, WAITING_MAX);
            }
        }
        countedTo = milliwattSeconds;
        if (waiting > 0) {
            send(port, settings.pulseWidth(), events);
        } else {
            freeFromMillis = 0;
        }
    }

    private void send(int port, PulseWidth width, Consumer<PortEvent> events) {
        int period = width.periodMillis();
        int room = (MILLIS_PER_SECOND - freeFromMillis - 1) / period + 1;
        int count = Math.min(waiting, room);
        int apart = Math.max(period, (MILLIS_PER_SECOND - freeFromMillis) / count);
        events.accept(new PortEvent.OutputPulses(port, count, freeFromMillis, apart, width.millis()));
        waiting -= count;
        int lastBegins = freeFromMillis + (count - 1) * apart;
        freeFromMillis = Math.max(0, lastBegins + period - MILLIS_PER_SECOND);
    }

    /// The output has another use, constant or pulse width: it begins anew.
    void startAgain() {
        countedTo = NOT_STARTED;
        rest = 0;
        waiting = 0;
        freeFromMillis = 0;
    }

    void write(ByteBuffer into) {
        into.putLong(countedTo).putLong(rest).putShort((short) waiting).putShort((short) freeFromMillis);
    }

    /// Whether the octets of an output make sense; nothing is read from the buffer.
    static boolean isPossible(ByteBuffer from, int offset) {
        long countedTo = from.getLong(offset);
        long rest = from.getLong(offset + Long.BYTES);
        int waiting = from.getShort(offset + 2 * Long.BYTES);
        int freeFrom = from.getShort(offset + 2 * Long.BYTES + Short.BYTES);
        return countedTo >= NOT_STARTED
                && rest >= 0
                && rest < MILLIWATT_SECONDS_PER_KILOWATT_HOUR
                && waiting >= 0
                && waiting <= WAITING_MAX
                && freeFrom >= 0
                && freeFrom <= FREE_FROM_MILLIS_MAX;
    }

    /// Reads what [#write] wrote and [#isPossible] found possible.
    void read(ByteBuffer from) {
        countedTo = from.getLong();
        rest = from.getLong();
        waiting = from.getShort();
        freeFromMillis = from.getShort();
    }
}
