package trefas.dlms.xdlms;

import trefas.dlms.ApduBuffer;

/// The answer to a request that can't be served at all (ExceptionResponse, IEC 62056-5-3).
public enum ExceptionResponse {
    /// There is no association.
    NO_ASSOCIATION(1, 1, "operation not possible: no association"),
    /// The service exists, but not in this association.
    SERVICE_NOT_SUPPORTED(1, 2, "service not supported in this association"),
    /// The request is not of the form its tag announces.
    MALFORMED(1, 3, "the request is malformed"),
    /// The request or its only possible answer is longer than an APDU may be.
    PDU_TOO_LONG(1, 4, "the APDU is too long"),
    /// No such service, or no such variant of it.
    SERVICE_UNKNOWN(2, 2, "service unknown");

    private final int stateError;
    private final int serviceError;
    private final String words;

    ExceptionResponse(int stateError, int serviceError, String words) {
        this.stateError = stateError;
        this.serviceError = serviceError;
        this.words = words;
    }

    /// 1 service not allowed, 2 service unknown.
    public int stateError() {
        return stateError;
    }

    /// 1 operation not possible, 2 not supported, 3 other reason, 4 PDU too long.
    public int serviceError() {
        return serviceError;
    }

    /// Appends the APDU, 3 octets.
    public void write(ApduBuffer answer) {
        answer.octet(ApduTag.EXCEPTION_RESPONSE).octet(stateError).octet(serviceError);
    }

    /// The reason as a sentence part.
    public String words() {
        return words;
    }

    /// What another server's exception says, also when its numbers are not among these.
    public static String words(int stateError, int serviceError) {
        for (ExceptionResponse known : values()) {
            if (known.stateError == stateError && known.serviceError == serviceError) {
                return known.words;
            }
        }
        return "exception response, state " + stateError + ", service " + serviceError;
    }
}
