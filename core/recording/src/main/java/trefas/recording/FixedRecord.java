package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Cuts octets into records of one length. A record that lies whole in the octets given is read in place.
final class FixedRecord {

    private final int length;
    private final String noun;
    private final ByteBuffer carried;
    private final ByteOrder order;
    private ByteBuffer octets;
    private int position;
    private long records;

    /// Prepares for records.
    ///
    /// @param length of each, octets
    /// @param noun for a record, in sentences
    FixedRecord(int length, ByteOrder order, String noun) {
        this.length = length;
        this.noun = noun;
        this.order = order;
        this.carried = ByteBuffer.allocate(length).order(order);
        this.octets = carried;
    }

    /// Takes the next record. The octets given get the record's byte order.
    ///
    /// @return whether it is complete
    boolean next(ByteBuffer given, boolean isEnd) throws UnusableRecordingException {
        given.order(order);
        if (carried.position() == 0 && given.remaining() >= length) {
            octets = given;
            position = given.position();
            given.position(position + length);
            records++;
            return true;
        }
        while (given.hasRemaining() && carried.hasRemaining()) {
            carried.put(given.get());
        }
        if (carried.hasRemaining()) {
            if (isEnd && carried.position() > 0 && !isEndOfFileMark()) {
                throw new UnusableRecordingException(noun + " " + (records + 1) + ": found the end after "
                        + carried.position() + " octets, expected " + length + " octets for each " + noun);
            }
            return false;
        }
        octets = carried;
        position = 0;
        carried.position(0);
        records++;
        return true;
    }

    private boolean isEndOfFileMark() {
        return carried.position() == 1 && carried.get(0) == ForeignText.END_OF_FILE;
    }

    /// Where the record lies; valid until the next.
    ByteBuffer octets() {
        return octets;
    }

    /// First octet of the record in [#octets].
    int position() {
        return position;
    }

    String place() {
        return noun + " " + records;
    }
}
