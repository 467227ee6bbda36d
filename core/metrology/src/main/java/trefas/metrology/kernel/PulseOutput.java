package trefas.metrology.kernel;

/// Test pulses: one for each thousandth (or other part) of a kilowatt-hour that a register advances (dossier 4.7). The
/// instant of a pulse is where the register passed the whole number, taken as straight between two readings.
///
/// When pulses come faster than their length and the pause after them allow, they queue: count first, send when there
/// is room. The queue ends at [#QUEUE_MAX]; pulses due beyond it are withheld, counted as such, and never sent, for
/// they would only tell of a load long past. Count and remainder are exact whatever happens at the output.
public final class PulseOutput {

    /// Where pulses go.
    public interface Listener {

        /// The output is active from an instant on for the length of a pulse; called in the order of the instants,
        /// which may lie ahead of the reading that caused the pulse.
        ///
        /// @param startSeconds since the first sample of the record
        void pulse(double startSeconds);
    }

    /// The meter's pulses in a kilowatt-hour.
    public static final int PULSES_PER_KILOWATT_HOUR = 1_000;

    /// The usual length of a pulse, ms, and the longer one that can be chosen.
    public static final int PULSE_MILLIS = 30;

    public static final int LONG_PULSE_MILLIS = 80;

    /// Shortest pause after a pulse, ms: as much as leaves room for 80 ms pulses at 3 x 230 V, 63 A.
    public static final int PAUSE_MILLIS = 2;

    /// Most pulses that wait for their turn: about a minute and a half of 80 ms pulses.
    public static final int QUEUE_MAX = 1_000;

    private static final long MICROWATT_SECONDS_PER_KILOWATT_HOUR = 3_600_000_000_000L;

    private final int pulsesPerKilowattHour;
    private final double spacingSeconds;
    private final Listener listener;
    private long reading;
    private double readingSeconds;
    private long remainder;
    private long count;
    private long withheld;
    private double freeSeconds;

    /// An output at rest, following a register that reads 0.
    ///
    /// @param pulsesPerKilowattHour 1 to 100 000
    /// @param pulseMillis length of a pulse, 1 upwards
    public PulseOutput(int pulsesPerKilowattHour, int pulseMillis, Listener listener) {
        if (pulsesPerKilowattHour < 1 || pulsesPerKilowattHour > 100_000) {
            throw new IllegalArgumentException("a meter has 1 to 100000 pulses per kWh: " + pulsesPerKilowattHour);
        }
        if (pulseMillis < 1) {
            throw new IllegalArgumentException("a pulse lasts 1 ms upwards: " + pulseMillis);
        }
        this.pulsesPerKilowattHour = pulsesPerKilowattHour;
        this.spacingSeconds = (pulseMillis + PAUSE_MILLIS) / 1_000.0;
        this.listener = listener;
    }

    /// The register has advanced.
    ///
    /// @param microwattSeconds its reading, not below the one before
    /// @param seconds instant of the reading since the first sample of the record, not before the one before
    public void follow(long microwattSeconds, double seconds) {
        long advance = microwattSeconds - reading;
        if (advance < 0) {
            throw new IllegalArgumentException(
                    "a register does not go back: %d after %d microwatt-seconds".formatted(microwattSeconds, reading));
        }
        long before = remainder;
        long scaled = Math.addExact(remainder, Math.multiplyExact(advance, (long) pulsesPerKilowattHour));
        long due = scaled / MICROWATT_SECONDS_PER_KILOWATT_HOUR;
        for (long pulse = 1; pulse <= due; pulse++) {
            double share = (double) (pulse * MICROWATT_SECONDS_PER_KILOWATT_HOUR - before) / (scaled - before);
            send(readingSeconds + share * (seconds - readingSeconds));
        }
        count += due;
        remainder = scaled % MICROWATT_SECONDS_PER_KILOWATT_HOUR;
        reading = microwattSeconds;
        readingSeconds = seconds;
    }

    private void send(double dueSeconds) {
        if (freeSeconds - dueSeconds > QUEUE_MAX * spacingSeconds) {
            withheld++;
            return;
        }
        double start = Math.max(dueSeconds, freeSeconds);
        freeSeconds = start + spacingSeconds;
        listener.pulse(start);
    }

    /// Pulses that the register's advance is worth, sent or not.
    public long count() {
        return count;
    }

    /// Pulses that never went out because the queue was full.
    public long withheld() {
        return withheld;
    }

    /// Pulses that are counted but not finished at an instant, apart from those withheld.
    public int queued(double seconds) {
        return (int) Math.max(0, Math.ceil((freeSeconds - seconds) / spacingSeconds));
    }
}
