package trefas.device.module;

import java.nio.ByteBuffer;

/// PulseInput1 (1-1:0.128.1): pulses divided by the factor, exactly (dossier 17). What does not make a whole step
/// waits for the next pulses.
final class PulseRegister {

    static final int RECORD_LENGTH = 2 * Integer.BYTES;

    /// The register is unsigned32 and starts again at zero after that.
    static final long VALUE_MAX = 0xFFFF_FFFFL;

    private static final int THOUSANDTHS_PER_PULSE = 1_000;

    private long value;
    /// Thousandths of pulses since the last step, less than the factor.
    private int rest;

    /// Counts one pulse.
    ///
    /// @return whether the register stepped on
    boolean count(int factorThousandths) {
        int sum = rest + THOUSANDTHS_PER_PULSE;
        rest = sum % factorThousandths;
        int steps = sum / factorThousandths;
        value = (value + steps) & VALUE_MAX;
        return steps > 0;
    }

    long value() {
        return value;
    }

    void write(long written) {
        value = written;
        rest = 0;
    }

    /// Another factor: a rest that it makes a step of would be one that no pulse made.
    void limitRest(int factorThousandths) {
        rest = Math.min(rest, factorThousandths - 1);
    }

    void write(ByteBuffer into) {
        into.putInt((int) value).putInt(rest);
    }

    /// Whether the octets of a register make sense; nothing is read from the buffer.
    static boolean isPossible(ByteBuffer from, int offset) {
        int rest = from.getInt(offset + Integer.BYTES);
        return rest >= 0 && rest < ModuleSettings.PULSE_FACTOR_THOUSANDTHS_MAX;
    }

    /// Reads what [#write(ByteBuffer)] wrote and [#isPossible] found possible.
    void read(ByteBuffer from, int factorThousandths) {
        value = Integer.toUnsignedLong(from.getInt());
        rest = from.getInt();
        limitRest(factorThousandths);
    }
}
