package trefas.storage;

import java.nio.ByteBuffer;
import trefas.device.log.DataLogger;
import trefas.device.memory.RecordName;

/// The keys of the permanent memory. All numbers unsigned, most significant octet first, so that the order of the
/// octets is the order of meters, loggers and log ids.
///
/// | record    | octets                                                        |
/// |-----------|---------------------------------------------------------------|
/// | registers | `'R'`, serial number (4)                                      |
/// | rows      | `'P'`, serial number (4), logger code (1), first log id (4)   |
/// | further   | `'S'`, serial number (4), code of its kind (1), part (4)      |
final class RecordKey {

    private static final int REGISTERS = 'R';
    private static final int ROWS = 'P';
    private static final int FURTHER = 'S';
    private static final int FURTHER_LENGTH = 10;
    private static final int ROWS_LENGTH = 10;
    private static final int LOG_ID_OFFSET = 6;

    private RecordKey() {}

    static byte[] registers(int serialNumber) {
        return ByteBuffer.allocate(5).put((byte) REGISTERS).putInt(serialNumber).array();
    }

    static byte[] further(int serialNumber, RecordName name) {
        return ByteBuffer.allocate(FURTHER_LENGTH)
                .put((byte) FURTHER)
                .putInt(serialNumber)
                .put((byte) name.kind().code())
                .putInt(name.part())
                .array();
    }

    static byte[] rows(int serialNumber, DataLogger logger, long firstLogId) {
        return ByteBuffer.allocate(ROWS_LENGTH)
                .put((byte) ROWS)
                .putInt(serialNumber)
                .put((byte) logger.code())
                .putInt((int) firstLogId)
                .array();
    }

    /// Whether a key found in the order of keys still belongs to this logger of this meter.
    static boolean isRowsOf(int serialNumber, DataLogger logger, byte[] key) {
        if (key.length != ROWS_LENGTH) {
            return false;
        }
        var fields = ByteBuffer.wrap(key);
        return fields.get() == ROWS && fields.getInt() == serialNumber && fields.get() == logger.code();
    }

    /// Whether a record is a block of rows, of whatever logger.
    static boolean isRows(byte[] key) {
        return key.length == ROWS_LENGTH && key[0] == ROWS;
    }

    static long firstLogId(byte[] rowsKey) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(rowsKey).getInt(LOG_ID_OFFSET));
    }
}
