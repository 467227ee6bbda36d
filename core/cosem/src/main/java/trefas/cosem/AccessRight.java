package trefas.cosem;

import java.util.Optional;

/// What a client may do with one attribute or method, and how its request must be protected: the access mode of
/// Association LN version 3 as a bit mask, from which the modes of older versions follow (IEC 62056-6-2, dossier
/// E11).
///
/// | bit | attribute                  | method  |
/// |-----|----------------------------|---------|
/// | 0   | read                       | call    |
/// | 1   | write                      | –       |
/// | 2   | authenticated request      | same    |
/// | 3   | encrypted request          | same    |
/// | 4   | digitally signed request   | same    |
/// | 5   | authenticated response     | same    |
/// | 6   | encrypted response         | same    |
/// | 7   | digitally signed response  | same    |
///
/// @param mask 0 to 255
public record AccessRight(int mask) {

    private static final int READ = 0x01;
    private static final int CALL = 0x01;
    private static final int WRITE = 0x02;
    private static final int AUTHENTICATED_REQUEST = 0x04;
    private static final int ENCRYPTED_REQUEST = 0x08;
    private static final int SIGNED_REQUEST = 0x10;
    private static final int AUTHENTICATED_RESPONSE = 0x20;
    private static final int ENCRYPTED_RESPONSE = 0x40;
    private static final int SIGNED_RESPONSE = 0x80;

    public static final AccessRight NONE = new AccessRight(0);
    public static final AccessRight READABLE = new AccessRight(READ);
    public static final AccessRight WRITABLE = new AccessRight(WRITE);
    public static final AccessRight READABLE_AND_WRITABLE = new AccessRight(READ | WRITE);
    public static final AccessRight CALLABLE = new AccessRight(CALL);

    public AccessRight {
        if (mask != (mask & 0xFF)) {
            throw new IllegalArgumentException("an access mode is 0 to 255: " + mask);
        }
    }

    /// The same right, with the protection that request and response need.
    public AccessRight protectedBy(Protection protection) {
        if (mask == 0) {
            return this;
        }
        return new AccessRight(mask
                | (protection.authenticated() ? AUTHENTICATED_REQUEST | AUTHENTICATED_RESPONSE : 0)
                | (protection.encrypted() ? ENCRYPTED_REQUEST | ENCRYPTED_RESPONSE : 0)
                | (protection.signed() ? SIGNED_REQUEST | SIGNED_RESPONSE : 0));
    }

    public AccessRight and(AccessRight more) {
        return new AccessRight(mask | more.mask);
    }

    public boolean isReadable() {
        return (mask & READ) != 0;
    }

    public boolean isWritable() {
        return (mask & WRITE) != 0;
    }

    public boolean isCallable() {
        return (mask & CALL) != 0;
    }

    /// What a request must be protected with at least.
    public Protection request() {
        return new Protection(
                (mask & AUTHENTICATED_REQUEST) != 0, (mask & ENCRYPTED_REQUEST) != 0, (mask & SIGNED_REQUEST) != 0);
    }

    /// What the response is protected with at least.
    public Protection response() {
        return new Protection(
                (mask & AUTHENTICATED_RESPONSE) != 0, (mask & ENCRYPTED_RESPONSE) != 0, (mask & SIGNED_RESPONSE) != 0);
    }

    /// True when a request protected like this may read.
    public boolean allowsRead(Protection protection) {
        return isReadable() && protection.covers(request());
    }

    /// True when a request protected like this may write.
    public boolean allowsWrite(Protection protection) {
        return isWritable() && protection.covers(request());
    }

    /// True when a request protected like this may call the method.
    public boolean allowsCall(Protection protection) {
        return isCallable() && protection.covers(request());
    }

    /// The access_mode of an attribute as a version of Association LN writes it: v0 knows no authentication, v1
    /// and v2 know no encryption, v3 says everything.
    public int attributeMode(int associationVersion) {
        int plain = mask & (READ | WRITE);
        return switch (associationVersion) {
            case 0 -> plain;
            case 1, 2 -> plain == 0 || !request().authenticated() ? plain : plain + 3;
            default -> mask;
        };
    }

    /// The access_mode of a method: v0 writes a boolean, later versions a number.
    public int methodMode(int associationVersion) {
        return switch (associationVersion) {
            case 0 -> mask & CALL;
            case 1, 2 -> isCallable() && request().authenticated() ? 2 : mask & CALL;
            default -> mask;
        };
    }

    /// The right an attribute's access_mode of a version means. Empty for a number that version does not have.
    public static Optional<AccessRight> ofAttributeMode(int associationVersion, int mode) {
        if (associationVersion >= 3) {
            return mode == (mode & 0xFF) ? Optional.of(new AccessRight(mode)) : Optional.empty();
        }
        if (mode < 0 || mode > (associationVersion == 0 ? 3 : 6)) {
            return Optional.empty();
        }
        return Optional.of(
                mode <= 3
                        ? new AccessRight(mode)
                        : new AccessRight(mode - 3).protectedBy(new Protection(true, false, false)));
    }

    /// Appends an attribute_access_item: attribute, mode and the selectors it takes.
    public void writeAttributeItem(int associationVersion, int attributeId, int[] selectors, AxdrWriter writer) {
        writer.structure(3).integer(attributeId).enumerated(attributeMode(associationVersion));
        if (selectors.length == 0) {
            writer.nullData();
            return;
        }
        writer.array(selectors.length);
        for (int selector : selectors) {
            writer.integer(selector);
        }
    }

    /// Appends a method_access_item: method and mode.
    public void writeMethodItem(int associationVersion, int methodId, AxdrWriter writer) {
        writer.structure(2).integer(methodId);
        if (associationVersion == 0) {
            writer.bool(isCallable());
        } else {
            writer.enumerated(methodMode(associationVersion));
        }
    }
}
