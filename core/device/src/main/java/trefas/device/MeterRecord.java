package trefas.device;

import java.nio.ByteBuffer;
import trefas.device.register.EnergyFormat;

/// The octets of a meter in the permanent memory, most significant first.
///
/// | octets | field          | meaning                                            |
/// |--------|----------------|----------------------------------------------------|
/// | 1      | layout         | 2; a later layout is refused, not guessed          |
/// | 4      | serial number  | unsigned                                           |
/// | 1      | energy format  | Z1 code the readings in the logs were taken with   |
/// | 8      | last second    | end of the last second measured                    |
/// | 1      | count          | sections that follow                               |
/// | n      | sections       | tag, length in two octets, what the part wrote     |
///
/// A part whose section is missing starts as it was made, so a memory of before that part existed is read as it is.
/// Layout 1 had registers and load profile behind the head, without tags; it is read, and written as layout 2 with the
/// next save.
final class MeterRecord {

    static final int LAYOUT = 2;

    private static final int LAYOUT_WITHOUT_SECTIONS = 1;
    private static final int HEAD_LENGTH = 1 + Integer.BYTES + 1 + Long.BYTES;
    private static final int SECTION_HEAD_LENGTH = 1 + Short.BYTES;

    private MeterRecord() {}

    static byte[] write(int serialNumber, EnergyFormat format, long lastSecond, MeterParts parts) {
        int length = HEAD_LENGTH + 1;
        int count = 0;
        for (Section section : Section.ALL) {
            if (parts.has(section)) {
                length += SECTION_HEAD_LENGTH + parts.recordLength(section);
                count++;
            }
        }
        var record = ByteBuffer.allocate(length);
        record.put((byte) LAYOUT).putInt(serialNumber).put((byte) format.code()).putLong(lastSecond);
        record.put((byte) count);
        for (Section section : Section.ALL) {
            if (parts.has(section)) {
                record.put((byte) section.tag()).putShort((short) parts.recordLength(section));
                parts.write(section, record);
            }
        }
        return record.array();
    }

    /// Fills a new meter from a record, or says in one sentence why it can't be.
    static Restored read(Meter meter, byte[] octets) {
        var record = ByteBuffer.wrap(octets);
        if (octets.length < HEAD_LENGTH) {
            return new Restored.Unusable(
                    "the saved registers are " + octets.length + " octets long, expected at least " + HEAD_LENGTH);
        }
        int layout = record.get();
        if (layout != LAYOUT && layout != LAYOUT_WITHOUT_SECTIONS) {
            return new Restored.Unusable("the saved registers have layout " + layout + ", this version reads layout "
                    + LAYOUT + " and before; they were written by another version");
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
        boolean isPossible = meter.takeOver(record.getLong());
        isPossible = isPossible
                && (layout == LAYOUT
                        ? readSections(meter.parts(), record)
                        : meter.parts().read(Section.REGISTERS, record)
                                && meter.parts().read(Section.LOAD_PROFILE, record));
        return isPossible && !record.hasRemaining()
                ? new Restored.Ready(meter)
                : new Restored.Unusable("the saved registers hold values that no meter can have");
    }

    /// Sections in their order, none twice, and never without registers and load profile.
    private static boolean readSections(MeterParts parts, ByteBuffer record) {
        int count = record.hasRemaining() ? Byte.toUnsignedInt(record.get()) : 0;
        if (count < Section.LOAD_PROFILE.tag()) {
            return false;
        }
        int lastTag = 0;
        for (int i = 0; i < count; i++) {
            if (record.remaining() < SECTION_HEAD_LENGTH) {
                return false;
            }
            int tag = Byte.toUnsignedInt(record.get());
            int length = Short.toUnsignedInt(record.getShort());
            var section = Section.ofTag(tag);
            boolean isMissing = i < Section.LOAD_PROFILE.tag() && tag != i + 1;
            if (isMissing || tag <= lastTag || section.isEmpty() || length > record.remaining()) {
                return false;
            }
            ByteBuffer content = record.slice(record.position(), length);
            record.position(record.position() + length);
            if (!parts.read(section.get(), content) || content.hasRemaining()) {
                return false;
            }
            lastTag = tag;
        }
        return true;
    }
}
