package trefas.objects.standard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// Our own token (decision 0021). Tokens of real payment systems need keys nobody gives to an open source meter.
///
/// | offset | octets | field                                                |
/// |--------|--------|------------------------------------------------------|
/// | 0      | 2      | `TK`                                                 |
/// | 2      | 1      | format, 1                                            |
/// | 3      | 4      | number of the token, higher than that of the last    |
/// | 7      | 4      | amount, signed, in the smallest unit of the currency |
/// | 11     | 12     | tag over all before                                  |
///
/// @param number 0 to 4 294 967 295
/// @param amount what it is worth, more than 0
/// @param covered what the tag covers
/// @param tag as sent
public record Token(long number, int amount, Octets covered, Octets tag) {

    public static final int OCTETS = 23;
    public static final int COVERED_OCTETS = 11;

    private static final int FORMAT = 1;

    /// Judges the tag of a token. Who knows the vending key is the shell's to say.
    public interface Authority {

        /// Knows no key: no token is genuine.
        Authority NONE = (_, _) -> false;

        boolean isGenuine(byte[] covered, byte[] tag);
    }

    /// Empty when the octets are no token.
    static Optional<Token> of(Octets octets) {
        if (octets.length() != OCTETS
                || octets.octet(0) != 'T'
                || octets.octet(1) != 'K'
                || octets.octet(2) != FORMAT) {
            return Optional.empty();
        }
        byte[] all = octets.toArray();
        var fields = ByteBuffer.wrap(all);
        return Optional.of(new Token(
                Integer.toUnsignedLong(fields.getInt(3)),
                fields.getInt(7),
                Octets.of(all, 0, COVERED_OCTETS),
                Octets.of(all, COVERED_OCTETS, OCTETS - COVERED_OCTETS)));
    }

    /// What the tag of a token covers: for vending tools and tests.
    public static byte[] covered(long number, int amount) {
        return ByteBuffer.allocate(COVERED_OCTETS)
                .put((byte) 'T')
                .put((byte) 'K')
                .put((byte) FORMAT)
                .putInt((int) number)
                .putInt(amount)
                .array();
    }

    /// A whole token.
    public static byte[] octets(byte[] covered, byte[] tag) {
        byte[] all = Arrays.copyOf(covered, OCTETS);
        System.arraycopy(tag, 0, all, COVERED_OCTETS, OCTETS - COVERED_OCTETS);
        return all;
    }

    /// status_code of token_status. The number is the wire value.
    public enum StatusCode implements Coded {
        FORMAT_OK(0),
        AUTHENTICATION_OK(1),
        VALIDATION_OK(2),
        EXECUTION_OK(3),
        FORMAT_FAILURE(4),
        AUTHENTICATION_FAILURE(5),
        VALIDATION_FAILURE(6),
        EXECUTION_FAILURE(7),
        RECEIVED_NOT_PROCESSED(8);

        private final int code;

        StatusCode(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        public boolean isFailure() {
            return code >= FORMAT_FAILURE.code;
        }

        static Optional<StatusCode> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }
}
