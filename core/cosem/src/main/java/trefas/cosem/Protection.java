package trefas.cosem;

/// How an APDU was protected when it came, after every check of it has passed. Access rights and policies ask for
/// it.
///
/// @param authenticated its tag was verified
/// @param encrypted nobody between the ends could read it
/// @param signed its digital signature was verified
public record Protection(boolean authenticated, boolean encrypted, boolean signed) {

    /// In clear.
    public static final Protection NONE = new Protection(false, false, false);

    /// True when this gives everything the other asks for.
    public boolean covers(Protection needed) {
        return (authenticated || !needed.authenticated)
                && (encrypted || !needed.encrypted)
                && (signed || !needed.signed);
    }
}
