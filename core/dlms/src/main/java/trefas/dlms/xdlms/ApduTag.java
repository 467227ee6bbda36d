package trefas.dlms.xdlms;

/// First octets of the APDUs that are named in code (IEC 62056-5-3).
public final class ApduTag {

    public static final int INITIATE_REQUEST = 0x01;
    public static final int INITIATE_RESPONSE = 0x08;
    public static final int CONFIRMED_SERVICE_ERROR = 0x0E;
    public static final int DATA_NOTIFICATION = 0x0F;
    public static final int DATA_NOTIFICATION_CONFIRM = 0x10;
    public static final int GET_REQUEST = 0xC0;
    public static final int SET_REQUEST = 0xC1;
    public static final int EVENT_NOTIFICATION = 0xC2;
    public static final int ACTION_REQUEST = 0xC3;
    public static final int GET_RESPONSE = 0xC4;
    public static final int SET_RESPONSE = 0xC5;
    public static final int ACTION_RESPONSE = 0xC7;
    public static final int EXCEPTION_RESPONSE = 0xD8;
    public static final int ACCESS_REQUEST = 0xD9;
    public static final int ACCESS_RESPONSE = 0xDA;
    public static final int GENERAL_BLOCK_TRANSFER = 0xE0;

    private ApduTag() {}

    /// True for requests the standard knows and a server may be asked, whether or not this one serves them.
    public static boolean isRequest(int tag) {
        return switch (tag) {
            // Short names.
            case 0x05, 0x06, 0x16 -> true;
            case GET_REQUEST, SET_REQUEST, ACTION_REQUEST, ACCESS_REQUEST, GENERAL_BLOCK_TRANSFER -> true;
            // Ciphered with a global or a dedicated key, and general ciphering.
            case 0xC8, 0xC9, 0xCB, 0xD0, 0xD1, 0xD3, 0xDB, 0xDC, 0xDD, 0xDF -> true;
            default -> false;
        };
    }
}
