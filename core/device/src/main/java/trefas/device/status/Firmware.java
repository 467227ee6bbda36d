package trefas.device.status;

/// What a meter says of its software: number, revision and the checksum of its ROM (dossier 2.2, 5).
///
/// @param number 1 to 8 digits, perhaps with dots between them, like 5098736 or 1.4
/// @param revision 1 to 4 characters, like Q1
/// @param romChecksum unsigned 32 bit
public record Firmware(String number, String revision, long romChecksum) {

    /// A build nobody has given a version.
    public static final Firmware UNVERSIONED = new Firmware("0", "R0", 0);

    private static final int DISPLAYED_BITS = 0xFFFF;
    private static final int REVISION_LENGTH_MAX = 4;
    private static final int PARTS_OF_NUMBER = 2;
    private static final int PARTS_OF_VERSION = 3;

    public Firmware {
        if (!isNumber(number) || revision.isEmpty() || revision.length() > REVISION_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "software " + number + " " + revision + ", expected up to eight digits and up to four characters");
        }
        if (romChecksum < 0 || romChecksum > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a checksum of 32 bits: " + romChecksum);
        }
    }

    /// A version like 1.4.2 is the number 1.4 in its revision R2 (decision 0045); any other is none.
    public static Firmware ofVersion(String version, long romChecksum) {
        String[] parts = version.split("\\.", -1);
        String number = parts.length < PARTS_OF_NUMBER ? version : parts[0] + "." + parts[1];
        String revision = parts.length < PARTS_OF_VERSION ? "R0" : "R" + parts[PARTS_OF_NUMBER];
        return isNumber(number) && revision.matches("R\\d{1,3}")
                ? new Firmware(number, revision, romChecksum)
                : new Firmware(UNVERSIONED.number, UNVERSIONED.revision, romChecksum);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+(\\.\\d+)*") && text.replace(".", "").length() <= 8;
    }

    /// The revision as the unsigned 32 bits an image and the upload audit have room for: its characters, the last one
    /// lowest, so that A1 is 0x4131.
    public long revisionNumber() {
        long number = 0;
        for (int i = 0; i < revision.length(); i++) {
            number = (number << Byte.SIZE) | (revision.charAt(i) & 0xFF);
        }
        return number;
    }

    /// The part of the checksum the display has room for, 0 to 65 535: 0x72526998 shows as 27032 (TD p19).
    public int displayedChecksum() {
        return (int) (romChecksum & DISPLAYED_BITS);
    }
}
