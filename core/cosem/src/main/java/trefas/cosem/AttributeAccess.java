package trefas.cosem;

import java.util.Arrays;
import java.util.Optional;

/// What a client may do with an attribute, as `object_list` tells it (access_mode of Association LN versions 0 and 1,
/// IEC 62056-6-2). The number is the wire value.
public enum AttributeAccess {
    NO_ACCESS(0),
    READ_ONLY(1),
    WRITE_ONLY(2),
    READ_AND_WRITE(3),
    AUTHENTICATED_READ_ONLY(4),
    AUTHENTICATED_WRITE_ONLY(5),
    AUTHENTICATED_READ_AND_WRITE(6);

    private final int code;

    AttributeAccess(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// True when a GET is allowed; the authenticated modes also ask for an authenticated APDU.
    public boolean isReadable() {
        return switch (this) {
            case READ_ONLY, READ_AND_WRITE, AUTHENTICATED_READ_ONLY, AUTHENTICATED_READ_AND_WRITE -> true;
            case NO_ACCESS, WRITE_ONLY, AUTHENTICATED_WRITE_ONLY -> false;
        };
    }

    /// True when a SET is allowed; the authenticated modes also ask for an authenticated APDU.
    public boolean isWritable() {
        return switch (this) {
            case WRITE_ONLY, READ_AND_WRITE, AUTHENTICATED_WRITE_ONLY, AUTHENTICATED_READ_AND_WRITE -> true;
            case NO_ACCESS, READ_ONLY, AUTHENTICATED_READ_ONLY -> false;
        };
    }

    public static Optional<AttributeAccess> ofCode(int code) {
        return Arrays.stream(values()).filter(mode -> mode.code == code).findFirst();
    }

    /// Appends one `attribute_access_item`: the attribute, this mode and the selectors it takes.
    ///
    /// @param selectors numbers of the selective access forms; none are written as null-data
    public void write(int attributeId, int[] selectors, AxdrWriter writer) {
        writer.structure(3).integer(attributeId).enumerated(code);
        if (selectors.length == 0) {
            writer.nullData();
        } else {
            writer.array(selectors.length);
            for (int selector : selectors) {
                writer.integer(selector);
            }
        }
    }
}
