package trefas.storage;

/// The layouts records ever had, and how an older one is brought into today's.
///
/// | schema | since      | what is new in it                                  |
/// |--------|------------|----------------------------------------------------|
/// | 1      | the first  |                                                    |
/// | 2      | 2026-11-28 | the head of a block of rows has a field for its run |
///
/// A record is brought into today's layout whenever it is read, and written in it when it next changes; nothing is
/// rewritten at opening, which would take long for a fleet and could be cut short. Blocks of an older schema leave with
/// the ring. The state directory's format is the newest schema in it, and goes up at opening.
final class RecordSchema {

    static final int NOW = 2;

    private static final int FIRST = 1;

    private RecordSchema() {}

    /// @param content of a record whose checksum is right
    static byte[] today(int schema, byte[] key, byte[] content) throws DamagedRecordException {
        if (schema > NOW) {
            throw new DamagedRecordException(
                    "it was written by a newer Trefas (schema " + schema + ", this one knows up to " + NOW + ")");
        }
        if (schema < FIRST) {
            throw new DamagedRecordException("its layout is unknown (schema " + schema + ")");
        }
        return schema == FIRST && RecordKey.isRows(key) ? ProfileBlock.ofSchema1(content) : content;
    }
}
