package trefas.dlms.security;

import trefas.dlms.ApduBuffer;

/// Takes the protection off APDUs that come and puts it on those that go, for one association at one end
/// (IEC 62056-5-3, protection of APDUs). Client and server use the same.
public interface ApduProtection {

    /// What became of a protected APDU.
    sealed interface Opened {

        /// Everything was checked: the APDU inside. The octets are valid until the next call, and the instance may
        /// be used again for it.
        non-sealed interface Plain extends Opened {

            byte[] octets();

            int offset();

            int length();

            Envelope envelope();
        }

        /// It must not be carried out.
        ///
        /// @param counterTooLow true when only the invocation counter was wrong; then `lowestCounter` would do
        /// @param why in words, for people; never a key
        record Refused(boolean counterTooLow, long lowestCounter, String why) implements Opened {}
    }

    /// True for a first octet that announces protection: 21 28, 41 48, C8 to CF, D0 to D7, DB, DC, DD, DF.
    static boolean isProtected(int tag) {
        return switch (tag) {
            case 0x21, 0x28, 0x2E, 0x41, 0x48, 0x4E -> true;
            case 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCF -> true;
            case 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD7 -> true;
            case 0xDB, 0xDC, 0xDD, 0xDF -> true;
            default -> false;
        };
    }

    /// Takes the protection off. Nothing but the counter of a verified APDU is changed by it.
    Opened open(byte[] octets, int offset, int length);

    /// Replaces the APDU in the buffer by its protected form, with the next own counter.
    ///
    /// @return false when a key or its counter is used up: then the buffer is empty
    boolean seal(Envelope envelope, ApduBuffer apdu);

    /// Octets that protection adds to an APDU of some length.
    int overheadOctets(Envelope envelope, int apduOctets);
}
