package trefas.device;

import java.nio.ByteBuffer;
import trefas.device.log.LoadProfile;
import trefas.device.register.EnergyFormat;
import trefas.device.register.RegisterBank;

/// The octets of a meter in the permanent memory, most significant first.
///
/// | octets | field          | meaning                                            |
/// |--------|----------------|----------------------------------------------------|
/// | 1      | layout         | 1; a later layout is refused, not guessed          |
/// | 4      | serial number  | unsigned                                           |
/// | 1      | energy format  | Z1 code the readings in the logs were taken with   |
/// | 8      | last second    | end of the last second measured                    |
/// | 1 + n×8 | registers     | count, then accumulators in mW s                   |
/// | 14     | load profile   | next and oldest log id, pending flags, set-up      |
final class MeterRecord {

    static final int LAYOUT = 1;

    private static final int HEAD_LENGTH = 1 + Integer.BYTES + 1 + Long.BYTES;
    private static final int LENGTH = HEAD_LENGTH + RegisterBank.recordLength() + LoadProfile.recordLength();

    private MeterRecord() {}

    static byte[] write(
            int serialNumber, EnergyFormat format, long lastSecond, RegisterBank registers, LoadProfile loadProfile) {
        var record = ByteBuffer.allocate(LENGTH);
        record.put((byte) LAYOUT).putInt(serialNumber).put((byte) format.code()).putLong(lastSecond);
        registers.write(record);
        loadProfile.write(record);
        return record.array();
    }

    /// Fills a new meter from a record, or says in one sentence why it can't be.
    static Restored read(Meter meter, byte[] octets) {
        var record = ByteBuffer.wrap(octets);
        if (octets.length < HEAD_LENGTH) {
            return new Restored.Unusable(wrongLength(octets.length));
        }
        int layout = record.get();
        if (layout != LAYOUT) {
            return new Restored.Unusable("the saved registers have layout " + layout + ", this version reads layout "
                    + LAYOUT + "; they were written by another version");
        }
        int serialNumber = record.getInt();
        if (serialNumber != meter.serialNumber()) {
            return new Restored.Unusable("the saved registers belong to meter " + Integer.toUnsignedString(serialNumber)
                    + ", not to " + Integer.toUnsignedString(meter.serialNumber()));
        }
        int format = record.get();
        EnergyFormat expected = meter.energyFormat();
        if (format != expected.code()) {
            String found = EnergyFormat.ofCode(format).map(Object::toString).orElse("Z1 code " + format);
            return new Restored.Unusable("the saved registers are of a meter with decimals " + found
                    + ", the configuration says " + expected + "; decimals are fixed when a meter is made");
        }
        boolean isPossible = meter.takeOver(record.getLong(), record);
        if (isPossible && !record.hasRemaining()) {
            return new Restored.Ready(meter);
        }
        return new Restored.Unusable(
                octets.length == LENGTH
                        ? "the saved registers hold values that no meter can have"
                        : wrongLength(octets.length));
    }

    private static String wrongLength(int length) {
        return "the saved registers are " + length + " octets long, expected " + LENGTH;
    }
}
