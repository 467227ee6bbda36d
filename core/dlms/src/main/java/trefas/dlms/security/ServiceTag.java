package trefas.dlms.security;

/// The first octets of APDUs that have a ciphered form of their own (IEC 62056-5-3).
///
/// | plain                    | global   | dedicated |
/// |--------------------------|----------|-----------|
/// | 01, 08, 0E initiate      | 21 28 2E | 41 48 4E  |
/// | C0 to C5, C7 requests and answers | C8 to CD, CF | D0 to D5, D7 |
final class ServiceTag {

    /// An APDU without a ciphered form.
    static final int NONE = 0;

    private static final int INITIATE_GLOBAL = 0x20;
    private static final int INITIATE_DEDICATED = 0x40;
    private static final int SERVICE_GLOBAL = 0x08;
    private static final int SERVICE_DEDICATED = 0x10;

    private ServiceTag() {}

    /// The tag of the form under the global key, or [#NONE].
    static int global(int plain) {
        return ciphered(plain, INITIATE_GLOBAL, SERVICE_GLOBAL);
    }

    /// The tag of the form under the dedicated key, or [#NONE].
    static int dedicated(int plain) {
        return ciphered(plain, INITIATE_DEDICATED, SERVICE_DEDICATED);
    }

    /// True for the tag of a ciphered form.
    static boolean isService(int tag) {
        return isGlobal(tag) || plainOf(tag, INITIATE_DEDICATED, SERVICE_DEDICATED) != NONE;
    }

    static boolean isGlobal(int tag) {
        return plainOf(tag, INITIATE_GLOBAL, SERVICE_GLOBAL) != NONE;
    }

    /// The tag an APDU inside must have.
    static int plain(int tag) {
        int global = plainOf(tag, INITIATE_GLOBAL, SERVICE_GLOBAL);
        return global != NONE ? global : plainOf(tag, INITIATE_DEDICATED, SERVICE_DEDICATED);
    }

    private static int ciphered(int plain, int initiate, int service) {
        return switch (plain) {
            case 0x01, 0x08, 0x0E -> plain + initiate;
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC7 -> plain + service;
            default -> NONE;
        };
    }

    private static int plainOf(int tag, int initiate, int service) {
        int asInitiate = tag - initiate;
        if (tag != NONE && ciphered(asInitiate, initiate, service) == tag) {
            return asInitiate;
        }
        int asService = tag - service;
        return tag != NONE && ciphered(asService, initiate, service) == tag ? asService : NONE;
    }
}
