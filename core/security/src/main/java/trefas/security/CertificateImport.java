package trefas.security;

/// What became of a certificate that was to be imported. Whatever was wrong, nothing changed.
public enum CertificateImport {
    DONE,
    /// Not an X.509 certificate of the size and kind this end reads.
    NOT_A_CERTIFICATE,
    /// Its chain does not end at a trust anchor, or a signature in it does not verify.
    NOT_TRUSTED,
    /// It is not valid at this time.
    NOT_VALID_NOW,
    /// Its subject is neither this end nor the expected partner.
    WRONG_TITLE,
    /// Its key usage is not exactly one of signature and key agreement.
    WRONG_USAGE,
    /// Its key is on another curve than the suite's.
    WRONG_CURVE,
    /// It names this end, but not the key this end made.
    NOT_OUR_KEY,
    /// No more certificates are kept.
    NO_ROOM;

    public boolean isDone() {
        return this == DONE;
    }
}
