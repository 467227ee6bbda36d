package trefas.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// What stands around every record: the version of its schema before it, a CRC32C after it.
///
/// | octets | field    | meaning                                                                       |
/// |--------|----------|-------------------------------------------------------------------------------|
/// | 1      | schema   | 2 today, see [RecordSchema]; a reader refuses what it doesn't know            |
/// | n      | content  | registers, or a block of rows                                                 |
/// | 4      | checksum | CRC32C of key, schema and content, most significant first, in every schema    |
///
/// The key is in the checksum, so a good record in the wrong place is damage as well.
final class RecordSeal {

    private static final int SCHEMA_LENGTH = 1;
    private static final int CHECKSUM_LENGTH = Integer.BYTES;

    private RecordSeal() {}

    static byte[] seal(byte[] key, byte[] content) {
        byte[] sealed = new byte[SCHEMA_LENGTH + content.length + CHECKSUM_LENGTH];
        sealed[0] = RecordSchema.NOW;
        System.arraycopy(content, 0, sealed, SCHEMA_LENGTH, content.length);
        int checked = SCHEMA_LENGTH + content.length;
        ByteBuffer.wrap(sealed).putInt(checked, checksum(key, sealed, checked));
        return sealed;
    }

    /// The content as it was sealed; that of an older schema in today's layout.
    static byte[] content(byte[] key, byte[] sealed) throws DamagedRecordException {
        int checked = sealed.length - CHECKSUM_LENGTH;
        if (checked < SCHEMA_LENGTH) {
            throw new DamagedRecordException("only " + sealed.length + " octets are left of it");
        }
        if (ByteBuffer.wrap(sealed).getInt(checked) != checksum(key, sealed, checked)) {
            throw new DamagedRecordException("its checksum is wrong");
        }
        return RecordSchema.today(
                Byte.toUnsignedInt(sealed[0]), key, Arrays.copyOfRange(sealed, SCHEMA_LENGTH, checked));
    }

    private static int checksum(byte[] key, byte[] sealed, int checked) {
        var crc = new CRC32C();
        crc.update(key);
        crc.update(sealed, 0, checked);
        return (int) crc.getValue();
    }
}
