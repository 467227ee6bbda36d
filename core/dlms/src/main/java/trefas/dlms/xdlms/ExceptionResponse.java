package trefas.dlms.xdlms;

import java.util.OptionalLong;
import trefas.cosem.Decoded;
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
    /// The protection is missing, too weak or wrong.
    DECIPHERING_ERROR(1, 5, "the APDU can't be deciphered"),
    /// The invocation counter is too low. The lowest one that would do follows.
    INVOCATION_COUNTER_ERROR(1, 6, "the invocation counter is too low"),
    /// No such service, or no such variant of it.
    SERVICE_UNKNOWN(2, 2, "service unknown");

    /// An exception as it was received, also when its numbers are not among those above.
    ///
    /// @param lowestCounter what a counter error says would do
    public record Received(int stateError, int serviceError, OptionalLong lowestCounter) {

        /// Reads an exception that fills the octets given, tag included.
        public static Decoded<Received> decode(byte[] octets, int offset, int length) {
            var in = new ApduReader(octets, offset, length);
            in.expect(ApduTag.EXCEPTION_RESPONSE);
            int state = in.octet();
            int service = in.octet();
            boolean hasCounter = service == INVOCATION_COUNTER_ERROR.serviceError && in.left() > 0;
            return in.finish(new Received(
                    state, service, hasCounter ? OptionalLong.of(in.number(COUNTER_OCTETS)) : OptionalLong.empty()));
        }

        /// The reason as a sentence part.
        public String words() {
            return ExceptionResponse.words(stateError, serviceError);
        }
    }

    private static final int COUNTER_OCTETS = 4;

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

    /// 1 operation not possible, 2 not supported, 3 other reason, 4 PDU too long, 5 deciphering, 6 counter.
    public int serviceError() {
        return serviceError;
    }

    /// Appends the APDU, 3 octets.
    public void write(ApduBuffer answer) {
        answer.octet(ApduTag.EXCEPTION_RESPONSE).octet(stateError).octet(serviceError);
    }

    /// Appends the counter error, 7 octets.
    ///
    /// @param lowestCounter the lowest invocation counter that would do, 32 bits
    public static void writeCounterError(long lowestCounter, ApduBuffer answer) {
        INVOCATION_COUNTER_ERROR.write(answer);
        answer.number(lowestCounter, COUNTER_OCTETS);
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
