package trefas.dlms.xdlms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// The answer to a request to read, as a client sees it (Get-Response, IEC 62056-5-3).
public sealed interface GetResponse {

    /// C4 01: the value or the reason why not.
    record Normal(InvokeId invokeId, Result result) implements GetResponse {}

    /// C4 02 with raw data: a part of a long answer.
    ///
    /// @param number counts from 1
    record Block(InvokeId invokeId, boolean isLast, long number, Octets raw) implements GetResponse {}

    /// C4 02 without raw data: the transfer has ended.
    record BlockError(InvokeId invokeId, long number, Refused reason) implements GetResponse {}

    /// C4 03: one result for each attribute asked, in their order.
    record WithList(InvokeId invokeId, List<Result> results) implements GetResponse {
        public WithList {
            results = List.copyOf(results);
        }
    }

    /// What became of one attribute.
    sealed interface Result {}

    record Value(CosemData data) implements Result {}

    /// No value, and why not.
    ///
    /// @param code wire value, also when nobody defined it
    record Refused(int code) implements Result {

        /// The reason in words.
        public String words() {
            return DataAccessResult.ofCode(code)
                    .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("data access result " + code);
        }
    }

    InvokeId invokeId();

    /// Reads a response that fills the octets given, tag included.
    static Decoded<GetResponse> decode(byte[] octets, int offset, int length) {
        var reader = new Reader(octets, offset, offset + length);
        return reader.finish(reader.response(), length);
    }

    /// Reads the result list that a long answer to a list request carries.
    static Decoded<List<Result>> decodeResults(byte[] octets) {
        var reader = new Reader(octets, 0, octets.length);
        return reader.finish(reader.results(), octets.length);
    }

    /// One reading, left to right; after the first fault nothing more is read.
    final class Reader {

        private static final int NORMAL = 1;
        private static final int WITH_DATABLOCK = 2;
        private static final int WITH_LIST = 3;

        private final byte[] octets;
        private final int end;
        private int position;
        private String fault = "";

        private Reader(byte[] octets, int position, int end) {
            this.octets = octets;
            this.position = position;
            this.end = end;
        }

        private <T> Decoded<T> finish(T value, int length) {
            if (fault.isEmpty() && position != end) {
                fault = end - position + " octets after the response";
            }
            return fault.isEmpty() ? new Complete<>(value, length) : new Malformed<>(fault, position);
        }

        private GetResponse response() {
            if (number(1) != ApduTag.GET_RESPONSE) {
                fail("not a Get-Response");
            }
            int choice = (int) number(1);
            var id = new InvokeId((int) number(1));
            return switch (choice) {
                case NORMAL -> new Normal(id, result());
                case WITH_DATABLOCK -> block(id);
                case WITH_LIST -> new WithList(id, results());
                default -> {
                    fail("Get-Response of variant " + choice);
                    yield new Normal(id, new Refused(0));
                }
            };
        }

        private GetResponse block(InvokeId id) {
            boolean isLast = number(1) != 0;
            long blockNumber = number(4);
            if (number(1) != 0) {
                return new BlockError(id, blockNumber, new Refused((int) number(1)));
            }
            int count = length();
            if (!fault.isEmpty() || count > end - position) {
                fail("the block is cut");
                return new BlockError(id, blockNumber, new Refused(0));
            }
            position += count;
            return new Block(id, isLast, blockNumber, Octets.of(octets, position - count, count));
        }

        private List<Result> results() {
            int count = length();
            // A result is at least two octets.
            if (count > (end - position) / 2) {
                fail("a list of " + count + " results");
                return List.of();
            }
            var results = new ArrayList<Result>(count);
            for (int i = 0; i < count && fault.isEmpty(); i++) {
                results.add(result());
            }
            return results;
        }

        private Result result() {
            int choice = (int) number(1);
            if (choice == 1) {
                return new Refused((int) number(1));
            }
            if (choice != 0) {
                fail("result of variant " + choice);
            }
            return fault.isEmpty() ? value() : new Refused(0);
        }

        private Result value() {
            return switch (Axdr.decode(octets, position, end - position)) {
                case Complete<CosemData>(CosemData data, int used) -> {
                    position += used;
                    yield new Value(data);
                }
                case Incomplete<CosemData>(int missing) -> {
                    fail(missing + " octets of the value missing");
                    yield new Refused(0);
                }
                case Malformed<CosemData>(String reason, int _) -> {
                    fail(reason);
                    yield new Refused(0);
                }
            };
        }

        private int length() {
            int first = (int) number(1);
            if (first < 0x80) {
                return first;
            }
            int count = first & 0x7F;
            if (count < 1 || count > 4) {
                fail("length field " + first);
                return 0;
            }
            return (int) Math.min(number(count), Integer.MAX_VALUE);
        }

        private long number(int count) {
            if (!fault.isEmpty() || count > end - position) {
                fail("the response is cut");
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | Byte.toUnsignedInt(octets[position++]);
            }
            return value;
        }

        private void fail(String why) {
            if (fault.isEmpty()) {
                fault = why;
            }
        }
    }
}
