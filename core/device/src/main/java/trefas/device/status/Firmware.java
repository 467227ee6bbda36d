package trefas.device.status;

/// What a meter says of its software: number, revision and the checksum of its ROM (dossier 2.2, 5).
///
/// @param number 1 to 8 digits, like 5098736
/// @param revision 1 to 4 characters, like Q1
/// @param romChecksum unsigned 32 bit
public record Firmware(String number, String revision, long romChecksum) {

    private static final int DISPLAYED_BITS = 0xFFFF;
    private static final int REVISION_LENGTH_MAX = 4;

    public Firmware {
        if (!number.matches("\\d{1,8}") || revision.isEmpty() || revision.length() > REVISION_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "software " + number + " " + revision + ", expected up to eight digits and up to four characters");
        }
        if (romChecksum < 0 || romChecksum > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a checksum of 32 bits: " + romChecksum);
        }
    }

    /// The part of the checksum the display has room for, 0 to 65 535: 0x72526998 shows as 27032 (TD p19).
    public int displayedChecksum() {
        return (int) (romChecksum & DISPLAYED_BITS);
    }
}
