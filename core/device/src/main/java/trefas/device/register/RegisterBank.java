package trefas.device.register;

import java.nio.ByteBuffer;

/// The accumulators of one meter. Each grows by power × 1 s in whole mW s and is never rounded; only a reading is cut.
/// So totals, phases and logs, fed with the same seconds, can't drift apart (dossier 3.13).
///
/// Registers that the meter's type does not have stay at zero: they are not counted, and nothing but zero of them is
/// written.
///
/// Primitive arrays, because a process may hold half a million of these.
public final class RegisterBank {

    /// More than this, some 3 000 years at full load, was never counted.
    private static final long ACCUMULATOR_MAX = Long.MAX_VALUE / 2;

    private final EnergyFormat format;
    private final MeasuredEnergies measured;
    private final long[] accumulators = new long[EnergyRegister.ALL.size()];
    /// What is missing until each reading steps on, mW s, unsigned: one comparison a second instead of a division.
    /// The longest step, 1 kWh, is 3.6 x 10^9 mW s.
    private final int[] untilStep = new int[EnergyRegister.ALL.size()];

    /// All registers of a four-quadrant meter, at zero.
    public RegisterBank(EnergyFormat format) {
        this(format, MeasuredEnergies.FOUR_QUADRANTS);
    }

    /// The registers of a meter of this type, at zero.
    public RegisterBank(EnergyFormat format, MeasuredEnergies measured) {
        this.measured = measured;
        this.format = format;
        findSteps();
    }

    /// Which registers there are.
    public MeasuredEnergies measured() {
        return measured;
    }

    public EnergyFormat format() {
        return format;
    }

    /// Adds one second of a power.
    ///
    /// @param milliwatts or mvar, never negative: registers do not run backwards
    /// @return whether the reading stepped on
    public boolean addOneSecond(EnergyRegister register, long milliwatts) {
        return addOneSecond(register.slot(), milliwatts);
    }

    /// The same for the register of a phase, given that of L1: the three stand one after the other.
    public boolean addOneSecond(EnergyRegister ofL1, int phase, long milliwatts) {
        return addOneSecond(ofL1.slot() + phase, milliwatts);
    }

    private boolean addOneSecond(int slot, long milliwatts) {
        assert milliwatts >= 0 : "register would run backwards: " + milliwatts;
        if (milliwatts == 0) {
            return false;
        }
        long sum = accumulators[slot] + milliwatts;
        accumulators[slot] = sum;
        long until = Integer.toUnsignedLong(untilStep[slot]) - milliwatts;
        if (until > 0) {
            untilStep[slot] = (int) until;
            return false;
        }
        untilStep[slot] = untilStepAfter(sum);
        return true;
    }

    public long milliwattSeconds(EnergyRegister register) {
        return accumulators[register.slot()];
    }

    /// Whole steps of the display format, cut, starting again at zero after the roll-over.
    public long reading(EnergyRegister register) {
        return reading(accumulators[register.slot()]);
    }

    /// The same cut for a sum or a share of accumulators; one below zero keeps its sign.
    long reading(long milliwattSeconds) {
        return milliwattSeconds / format.stepMilliwattSeconds() % format.rollOver();
    }

    /// One step of a reading, mW s.
    long step() {
        return format.stepMilliwattSeconds();
    }

    /// A1234 (15.8.0): A+ and A- added, mW s.
    public long bothMilliwattSeconds() {
        return milliwattSeconds(EnergyRegister.A_PLUS) + milliwattSeconds(EnergyRegister.A_MINUS);
    }

    /// Anet (16.8.0): A+ minus A-, mW s. It counts backwards while the meter exports, and below zero.
    public long netMilliwattSeconds() {
        return milliwattSeconds(EnergyRegister.A_PLUS) - milliwattSeconds(EnergyRegister.A_MINUS);
    }

    /// A1234 in whole steps of the display format.
    public long bothReading() {
        return reading(bothMilliwattSeconds());
    }

    /// Anet in whole steps of the display format, cut towards zero, with its sign.
    public long netReading() {
        return reading(netMilliwattSeconds());
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 1 + EnergyRegister.ALL.size() * Long.BYTES;
    }

    public void write(ByteBuffer into) {
        into.put((byte) accumulators.length);
        for (long accumulator : accumulators) {
            into.putLong(accumulator);
        }
    }

    /// Reads what [#write] wrote; registers that did not exist yet then start at zero.
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        int count = from.hasRemaining() ? Byte.toUnsignedInt(from.get()) : 0;
        if (count == 0 || count > accumulators.length || from.remaining() < count * Long.BYTES) {
            return false;
        }
        long[] read = new long[count];
        for (int slot = 0; slot < count; slot++) {
            read[slot] = from.getLong();
            if (!isPossible(slot, read[slot])) {
                return false;
            }
        }
        System.arraycopy(read, 0, accumulators, 0, count);
        findSteps();
        return true;
    }

    private boolean isPossible(int slot, long accumulator) {
        return accumulator >= 0 && accumulator <= (measured.has(EnergyRegister.ALL.get(slot)) ? ACCUMULATOR_MAX : 0);
    }

    private void findSteps() {
        for (int slot = 0; slot < accumulators.length; slot++) {
            untilStep[slot] = untilStepAfter(accumulators[slot]);
        }
    }

    private int untilStepAfter(long accumulator) {
        long step = format.stepMilliwattSeconds();
        return (int) (step - accumulator % step);
    }
}
