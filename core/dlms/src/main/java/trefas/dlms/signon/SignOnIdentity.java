package trefas.dlms.signon;

/// How a meter answers the sign-on of IEC 62056-21.
///
/// @param manufacturer three letters; a lower-case third one means that it answers within 20 ms instead of 200 ms
/// @param highest baud rate it offers
/// @param identification 1 to 16 printable characters without `/` and `!`
/// @param deviceAddress 1 to 32 digits or letters; leading zeros mean nothing
public record SignOnIdentity(String manufacturer, BaudRate highest, String identification, String deviceAddress) {

    static final int ADDRESS_OCTETS_MAX = 32;

    private static final int REACTION_MILLISECONDS = 200;
    private static final int FAST_REACTION_MILLISECONDS = 20;

    public SignOnIdentity {
        if (!manufacturer.matches("[A-Z]{2}[A-Za-z]")) {
            throw new IllegalArgumentException("manufacturer: " + manufacturer);
        }
        if (!identification.matches("[ -~&&[^/!]]{1,16}")) {
            throw new IllegalArgumentException("identification: " + identification);
        }
        if (!deviceAddress.matches("[0-9A-Za-z ]{1,32}")) {
            throw new IllegalArgumentException("device address: " + deviceAddress);
        }
    }

    /// How long the meter waits before it answers, ms.
    public int reactionMilliseconds() {
        return Character.isLowerCase(manufacturer.charAt(2)) ? FAST_REACTION_MILLISECONDS : REACTION_MILLISECONDS;
    }

    /// The identification message: `/XXXZ\2` and the identification.
    String message() {
        return "/" + manufacturer + highest.character() + "\\2" + identification + "\r\n";
    }

    /// True when a request with this address is for this meter; an empty one is for every meter.
    boolean isMeant(String address) {
        return address.isEmpty() || withoutZeros(address).equals(withoutZeros(deviceAddress));
    }

    private static String withoutZeros(String address) {
        return address.replaceFirst("^0+", "");
    }
}
