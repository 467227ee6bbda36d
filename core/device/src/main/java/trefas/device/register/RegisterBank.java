package trefas.device.register;

import java.nio.ByteBuffer;

/// The accumulators of one meter. Each grows by power × 1 s in whole mW s and is never rounded; only a reading is cut.
/// So totals, phases and logs, fed with the same seconds, can't drift apart (dossier 3.13).
///
/// Primitive arrays, because a process may hold half a million of these.
public final class RegisterBank {

    /// More than this, some 3 000 years at full load, was never counted.
    private static final long ACCUMULATOR_MAX = Long.MAX_VALUE / 2;

    private final long step;
    private final long rollOver;
    private final long[] accumulators = new long[EnergyRegister.ALL.size()];
    /// The level at which each reading steps on: one comparison a second instead of a division.
    private final long[] nextStep = new long[EnergyRegister.ALL.size()];

    /// All registers at zero.
    public RegisterBank(EnergyFormat format) {
        step = format.stepMilliwattSeconds();
        rollOver = format.rollOver();
        findNextSteps();
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
        long sum = accumulators[slot] + milliwatts;
        accumulators[slot] = sum;
        if (sum < nextStep[slot]) {
            return false;
        }
        nextStep[slot] = levelAfter(sum);
        return true;
    }

    public long milliwattSeconds(EnergyRegister register) {
        return accumulators[register.slot()];
    }

    /// Whole steps of the display format, cut, starting again at zero after the roll-over.
    public long reading(EnergyRegister register) {
        return accumulators[register.slot()] / step % rollOver;
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
            if (read[slot] < 0 || read[slot] > ACCUMULATOR_MAX) {
                return false;
            }
        }
        System.arraycopy(read, 0, accumulators, 0, count);
        findNextSteps();
        return true;
    }

    private void findNextSteps() {
        for (int slot = 0; slot < accumulators.length; slot++) {
            nextStep[slot] = levelAfter(accumulators[slot]);
        }
    }

    private long levelAfter(long accumulator) {
        return (accumulator / step + 1) * step;
    }
}
