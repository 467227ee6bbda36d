package trefas.device.register;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The verification mode and its high resolution registers (1-1:1.8.0*128 to 4.8.0*128, dossier 4.6). They start at
/// zero with the mode, run while it lasts, whichever quantity the LED follows, and then stand until the next time or
/// a reset, after which there is a new one of these. A program that is stopped and goes on with the next second is no
/// reset, so it is kept in the permanent memory (decision 0050).
///
/// ```
/// normal -- set to 2..5 --> verification
/// verification -- set to 1, long press, 16 h, reset --> normal
/// verification -- set to 2..5 --> verification, the LED follows another, the registers run on
/// ```
public final class Verification {

    /// After so long the meter is in normal mode again.
    public static final int LASTS_SECONDS = 16 * 3_600;

    /// Energy of one pulse: 1 000 imp/kWh, as for varh (dossier 4.7).
    public static final long MILLIWATT_SECONDS_PER_PULSE = 3_600_000L;

    /// 3.4 digits of kWh: steps of 0.1 Wh, back to zero at 1 000 kWh.
    static final long HIGH_RESOLUTION_STEP = 360_000L;

    /// Power of ten from a high resolution reading to Wh or varh.
    public static final int HIGH_RESOLUTION_SCALER = -1;
    private static final long HIGH_RESOLUTION_ROLL_OVER = 10_000_000L;

    private static final int RUNNING = 4;

    /// There has been no verification since the last reset.
    private static final long[] NOTHING = {};

    private final RegisterBank totals;
    private OperationState state = OperationState.NORMAL;
    private long endsAt;
    /// While the registers run, what each total stood at when they began; afterwards what they ran to.
    private long[] marks = NOTHING;
    private long pulsesBefore;

    public Verification(RegisterBank totals) {
        this.totals = totals;
    }

    public OperationState state() {
        return state;
    }

    /// Whether the meter can be put into this state: there must be something for the LED to follow.
    public boolean isPossible(OperationState other) {
        return totals.measured().has(other.followed());
    }

    /// Starts a verification, lets it go on with another quantity, or ends it. Its 16 hours begin anew.
    ///
    /// @param at the world's time: setting the clock does not prolong a verification
    /// @param other one that [#isPossible]
    public void set(OperationState other, long at) {
        if (!isPossible(other)) {
            throw new IllegalArgumentException("a meter without " + other.followed() + " can't be in " + other);
        }
        boolean wasRunning = isRunning();
        boolean isRunning = other != OperationState.NORMAL;
        if (isRunning != wasRunning) {
            marks = isRunning ? totalsNow() : runTo();
        }
        long pulses = pulses();
        state = other;
        pulsesBefore += pulses - pulses();
        endsAt = at + LASTS_SECONDS;
    }

    /// A long press of the left button leaves the mode (dossier 6.4).
    ///
    /// @return whether there was one to leave
    public boolean longPress(long at) {
        if (!isRunning()) {
            return false;
        }
        set(OperationState.NORMAL, at);
        return true;
    }

    /// One second has passed, of the world's time.
    public void secondElapsed(long at) {
        if (state != OperationState.NORMAL && at >= endsAt) {
            set(OperationState.NORMAL, at);
        }
    }

    /// Whether a quantity has a high resolution register: active and reactive ones have, apparent ones don't.
    public static boolean hasHighResolution(Quantity quantity) {
        return quantity.place() < RUNNING;
    }

    /// Energy in a high resolution register, mW s; 0 for the apparent ones, which have none.
    public long milliwattSeconds(Quantity quantity) {
        if (quantity.place() >= marks.length) {
            return 0;
        }
        long mark = marks[quantity.place()];
        return isRunning() ? totals.milliwattSeconds(quantity.energy()) - mark : mark;
    }

    /// A high resolution register as it is read: whole steps of 0.1 Wh, cut.
    public long reading(Quantity quantity) {
        return milliwattSeconds(quantity) / HIGH_RESOLUTION_STEP % HIGH_RESOLUTION_ROLL_OVER;
    }

    /// Pulses the LED has given. When it begins to follow another quantity it goes on from where it was.
    public long pulses() {
        return pulsesBefore + totals.milliwattSeconds(state.followed()) / MILLIWATT_SECONDS_PER_PULSE;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 1 + (2 + RUNNING) * Long.BYTES;
    }

    public void write(ByteBuffer into) {
        into.put((byte) state.code()).putLong(endsAt).putLong(pulsesBefore);
        for (int quantity = 0; quantity < RUNNING; quantity++) {
            into.putLong(quantity < marks.length ? marks[quantity] : 0);
        }
    }

    /// Reads what [#write] wrote, after the totals were read.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        Optional<OperationState> read = OperationState.ofCode(from.get()).filter(this::isPossible);
        long readEnd = from.getLong();
        long readPulses = from.getLong();
        long[] readMarks = new long[RUNNING];
        boolean makesSense = read.isPresent() && readEnd >= 0;
        for (int quantity = 0; quantity < RUNNING; quantity++) {
            readMarks[quantity] = from.getLong();
            makesSense &= readMarks[quantity] >= 0
                    && readMarks[quantity]
                            <= totals.milliwattSeconds(
                                    Quantity.ALL.get(quantity).energy());
        }
        if (!makesSense) {
            return false;
        }
        state = read.orElseThrow();
        endsAt = readEnd;
        pulsesBefore = readPulses;
        marks = readMarks;
        return true;
    }

    private boolean isRunning() {
        return state != OperationState.NORMAL;
    }

    private long[] totalsNow() {
        long[] now = new long[RUNNING];
        for (int quantity = 0; quantity < RUNNING; quantity++) {
            now[quantity] = totals.milliwattSeconds(Quantity.ALL.get(quantity).energy());
        }
        return now;
    }

    private long[] runTo() {
        long[] ran = totalsNow();
        for (int quantity = 0; quantity < RUNNING; quantity++) {
            ran[quantity] -= marks[quantity];
        }
        return ran;
    }
}
