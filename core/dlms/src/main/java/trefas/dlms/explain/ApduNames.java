package trefas.dlms.explain;

import java.util.Map;
import java.util.Optional;

/// The APDUs by their first octet (IEC 62056-5-3), in the standard's words.
final class ApduNames {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x01, "InitiateRequest"),
            Map.entry(0x05, "ReadRequest"),
            Map.entry(0x06, "WriteRequest"),
            Map.entry(0x08, "InitiateResponse"),
            Map.entry(0x0C, "ReadResponse"),
            Map.entry(0x0D, "WriteResponse"),
            Map.entry(0x0E, "ConfirmedServiceError"),
            Map.entry(0x0F, "DataNotification"),
            Map.entry(0x10, "DataNotification-Confirm"),
            Map.entry(0x16, "UnconfirmedWriteRequest"),
            Map.entry(0x18, "InformationReportRequest"),
            Map.entry(0x60, "AARQ"),
            Map.entry(0x61, "AARE"),
            Map.entry(0x62, "RLRQ"),
            Map.entry(0x63, "RLRE"),
            Map.entry(0xC0, "Get-Request"),
            Map.entry(0xC1, "Set-Request"),
            Map.entry(0xC2, "EventNotificationRequest"),
            Map.entry(0xC3, "Action-Request"),
            Map.entry(0xC4, "Get-Response"),
            Map.entry(0xC5, "Set-Response"),
            Map.entry(0xC7, "Action-Response"),
            Map.entry(0xD8, "ExceptionResponse"),
            Map.entry(0xD9, "Access-Request"),
            Map.entry(0xDA, "Access-Response"),
            Map.entry(0xDB, "general-glo-ciphering"),
            Map.entry(0xDC, "general-ded-ciphering"),
            Map.entry(0xDD, "general-ciphering"),
            Map.entry(0xDF, "general-signing"),
            Map.entry(0xE0, "general-block-transfer"),
            Map.entry(0xE6, "gateway request"),
            Map.entry(0xE7, "gateway response"));

    /// Octets between the tag of a service and that of the same service ciphered with the global key.
    private static final int GLOBAL_OF_INITIATE = 0x20;

    private static final int DEDICATED_OF_INITIATE = 0x40;
    private static final int GLOBAL_OF_LN = 0x08;
    private static final int DEDICATED_OF_LN = 0x10;

    private ApduNames() {}

    /// Empty for a first octet that no APDU has.
    static Optional<String> of(int tag) {
        String plain = PLAIN.get(tag);
        if (plain != null) {
            return Optional.of(plain);
        }
        int inside = inside(tag);
        return inside < 0
                ? Optional.empty()
                : Optional.of((isDedicated(tag) ? "ded-" : "glo-") + PLAIN.getOrDefault(inside, ""));
    }

    /// The tag of the service inside a ciphered one, or -1 when it is not one of these.
    static int inside(int tag) {
        int candidate = -1;
        if (tag >= 0x21 && tag <= 0x38) {
            candidate = tag - GLOBAL_OF_INITIATE;
        } else if (tag >= 0x41 && tag <= 0x58) {
            candidate = tag - DEDICATED_OF_INITIATE;
        } else if (tag >= 0xC8 && tag <= 0xCF) {
            candidate = tag - GLOBAL_OF_LN;
        } else if (tag >= 0xD0 && tag <= 0xD7) {
            candidate = tag - DEDICATED_OF_LN;
        }
        return switch (candidate) {
            case 0x01, 0x05, 0x06, 0x08, 0x0C, 0x0D, 0x0E, 0x16, 0x18 -> candidate;
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC7 -> candidate;
            default -> -1;
        };
    }

    private static boolean isDedicated(int tag) {
        return (tag >= 0x41 && tag <= 0x58) || tag >= 0xD0;
    }
}
