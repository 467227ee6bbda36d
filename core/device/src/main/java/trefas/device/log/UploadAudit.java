package trefas.device.log;

/// One upload of software, as the audit loggers keep it (1-1:99.98.13 and .14, dossier 10.5; WELMEC 7.2).
///
/// @param part which software it was
/// @param oldRevision what ran before, unsigned 32 bit
/// @param originator who made the image: the first eight of its 16 octets
/// @param originatorRest the last eight
/// @param party who brought it: the client's number (our choice, unsigned 32 bit)
/// @param start where it came in
public record UploadAudit(
        Part part, long oldRevision, long originator, long originatorRest, long party, StartInterface start) {

    private static final long UNSIGNED_32_MAX = 0xFFFF_FFFFL;

    public UploadAudit {
        if (oldRevision < 0 || oldRevision > UNSIGNED_32_MAX || party < 0 || party > UNSIGNED_32_MAX) {
            throw new IllegalArgumentException("not unsigned 32 bit: revision " + oldRevision + ", party " + party);
        }
    }

    /// Which software was uploaded (1-1:96.54.2).
    public enum Part {
        NOTHING(0),
        NON_LEGAL(1),
        LEGAL(2),
        BOTH(3);

        private final int code;

        Part(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /// Where an upload came in (1-1:96.54.6).
    public enum StartInterface {
        RADIO(0),
        /// The module area, the customer's channel or the optical port.
        WIRED(1);

        private final int code;

        StartInterface(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /// The columns of its row; the originator takes four.
    long[] readings() {
        return new long[] {
            part.code(),
            oldRevision,
            originator >>> Integer.SIZE,
            originator & UNSIGNED_32_MAX,
            originatorRest >>> Integer.SIZE,
            originatorRest & UNSIGNED_32_MAX,
            party,
            start.code()
        };
    }
}
