package trefas.dlms.server;

import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.InvokeId;

/// The GET service of one open association (IEC 62056-5-3). An answer that does not fit an APDU is kept, encoded, while
/// the client fetches it block by block; any other request ends that.
final class GetService {

    /// Octets of the longest value that is read in one go. The deepest load profile with eight registers, 17 284 rows
    /// of 66 octets, takes a quarter of it.
    static final int VALUE_OCTETS_MAX = 4 * 1_024 * 1_024;

    /// A longer value gives its space back once it was sent.
    private static final int VALUE_OCTETS_KEPT = 1_024;

    private static final int NORMAL = 1;
    private static final int WITH_DATABLOCK = 2;
    private static final int WITH_LIST = 3;
    private static final int DATA = 0;
    private static final int ERROR = 1;

    /// C4, choice, invoke id and data-or-error.
    private static final int NORMAL_HEADER_OCTETS = 4;

    /// C4, choice and invoke id.
    private static final int LIST_HEADER_OCTETS = 3;

    /// C4, choice, invoke id, last-block, block number and data-or-error; the length of the raw data follows.
    private static final int BLOCK_HEADER_OCTETS = 9;

    private final Requester requester;
    private final LogicalDevice device;
    private final Conformance negotiated;
    private final int sendOctetsMax;
    private AxdrWriter value = new AxdrWriter(VALUE_OCTETS_MAX);
    private boolean isSendingBlocks;
    private boolean hasGrown;
    private int sentOctets;
    private long blockNumber;

    /// @param sendOctetsMax longest APDU to send, 12 to 65 535
    GetService(Requester requester, LogicalDevice device, Conformance negotiated, int sendOctetsMax) {
        this.requester = requester;
        this.device = device;
        this.negotiated = negotiated;
        this.sendOctetsMax = sendOctetsMax;
    }

    void answer(GetRequest request, ApduBuffer answer) {
        switch (request) {
            case GetRequest.Normal(InvokeId id, GetRequest.Item item) -> normal(id, item, answer);
            case GetRequest.Next(InvokeId id, long received) -> next(id, received, answer);
            case GetRequest.WithList(InvokeId id, var items) -> withList(id, items, answer);
            case GetRequest.Unknown _ -> {
                endTransfer();
                ExceptionResponse.SERVICE_UNKNOWN.write(answer);
            }
        }
    }

    private void normal(InvokeId id, GetRequest.Item item, ApduBuffer answer) {
        endTransfer();
        var result = read(item);
        if (result != DataAccessResult.SUCCESS) {
            error(id, result, answer);
        } else if (value.length() + NORMAL_HEADER_OCTETS <= sendOctetsMax) {
            answer.octet(ApduTag.GET_RESPONSE).octet(NORMAL).octet(id.octet()).octet(DATA);
            answer.octets(value, 0, value.length());
            endTransfer();
        } else if (negotiated.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET)) {
            beginTransfer(id, answer);
        } else {
            endTransfer();
            error(id, DataAccessResult.OTHER_REASON, answer);
        }
    }

    private void withList(InvokeId id, List<GetRequest.Item> items, ApduBuffer answer) {
        endTransfer();
        if (!negotiated.has(ConformanceBit.MULTIPLE_REFERENCES)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return;
        }
        value.lengthField(items.size());
        for (var item : items) {
            int before = value.length();
            value.octet(DATA);
            var result = read(item);
            if (result != DataAccessResult.SUCCESS) {
                value.truncate(before);
                value.octet(ERROR).octet(result.code());
            }
        }
        if (value.length() + LIST_HEADER_OCTETS <= sendOctetsMax) {
            answer.octet(ApduTag.GET_RESPONSE).octet(WITH_LIST).octet(id.octet());
            answer.octets(value, 0, value.length());
            endTransfer();
        } else if (negotiated.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET)) {
            beginTransfer(id, answer);
        } else {
            endTransfer();
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        }
    }

    /// Appends the value of one item, or nothing and says why.
    private DataAccessResult read(GetRequest.Item item) {
        if (item.selection().isPresent() && !negotiated.has(ConformanceBit.SELECTIVE_ACCESS)) {
            // A part was wanted and can't be given; the whole was not asked for.
            return DataAccessResult.OTHER_REASON;
        }
        if (item.attribute().attributeId() == 0 && !negotiated.has(ConformanceBit.ATTRIBUTE0_WITH_GET)) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        int before = value.length();
        var result = device.get(requester, item.attribute(), item.selection(), value);
        hasGrown |= value.overflowed() || value.length() > VALUE_OCTETS_KEPT;
        if (result == DataAccessResult.SUCCESS && value.overflowed()) {
            result = DataAccessResult.OTHER_REASON;
        }
        if (result != DataAccessResult.SUCCESS) {
            value.truncate(before);
        }
        assert result != DataAccessResult.SUCCESS || value.length() > before : "success without a value";
        return result;
    }

    private void beginTransfer(InvokeId id, ApduBuffer answer) {
        isSendingBlocks = true;
        sentOctets = 0;
        blockNumber = 0;
        block(id, answer);
    }

    private void next(InvokeId id, long received, ApduBuffer answer) {
        if (!negotiated.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (!isSendingBlocks) {
            error(id, DataAccessResult.NO_LONG_GET_IN_PROGRESS, answer);
        } else if (received != blockNumber) {
            endTransfer();
            blockHeader(id, true, received, answer);
            answer.octet(ERROR).octet(DataAccessResult.DATA_BLOCK_NUMBER_INVALID.code());
        } else {
            block(id, answer);
        }
    }

    private void block(InvokeId id, ApduBuffer answer) {
        int left = value.length() - sentOctets;
        int count = Math.min(left, rawOctetsMax());
        boolean isLast = count == left;
        blockNumber++;
        blockHeader(id, isLast, blockNumber, answer);
        answer.octet(DATA).lengthField(count).octets(value, sentOctets, count);
        sentOctets += count;
        if (isLast) {
            endTransfer();
        }
    }

    private static void blockHeader(InvokeId id, boolean isLast, long number, ApduBuffer answer) {
        answer.octet(ApduTag.GET_RESPONSE)
                .octet(WITH_DATABLOCK)
                .octet(id.octet())
                .octet(isLast ? 1 : 0)
                .number(number, 4);
    }

    /// Raw data that fits a block, its length field counted too.
    private int rawOctetsMax() {
        int room = sendOctetsMax - BLOCK_HEADER_OCTETS;
        int lengthFieldOctets = room - 1 < 0x80 ? 1 : room - 2 <= 0xFF ? 2 : 3;
        return room - lengthFieldOctets;
    }

    private static void error(InvokeId id, DataAccessResult result, ApduBuffer answer) {
        answer.octet(ApduTag.GET_RESPONSE)
                .octet(NORMAL)
                .octet(id.octet())
                .octet(ERROR)
                .octet(result.code());
    }

    private void endTransfer() {
        isSendingBlocks = false;
        if (hasGrown) {
            value = new AxdrWriter(VALUE_OCTETS_MAX);
            hasGrown = false;
        } else {
            value.reset();
        }
    }
}
