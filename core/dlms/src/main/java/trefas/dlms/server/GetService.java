package trefas.dlms.server;

import java.util.List;
import trefas.cosem.DataAccessResult;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;

/// The GET service of one open association (IEC 62056-5-3). An answer that does not fit an APDU is kept, encoded,
/// while the client fetches it block by block. A request of high priority may be served in between when that was
/// negotiated; any other ends the transfer.
final class GetService {

    /// C4, choice, invoke id and data-or-error.
    private static final int NORMAL_HEADER_OCTETS = 4;

    /// C4, choice and invoke id.
    private static final int LIST_HEADER_OCTETS = 3;

    /// C4, choice, invoke id, last-block, block number and data-or-error; the length of the raw data follows.
    private static final int BLOCK_HEADER_OCTETS = 9;

    private final NegotiatedDevice device;
    private final ServerLimits limits;
    private LongAnswer current;

    GetService(NegotiatedDevice device, ServerLimits limits) {
        this.device = device;
        this.limits = limits;
        this.current = new LongAnswer(limits.valueOctets());
    }

    void answer(Asker asker, GetRequest request, ApduBuffer answer) {
        switch (request) {
            case GetRequest.Normal(InvokeId id, GetRequest.Item item) -> normal(asker, id, item, answer);
            case GetRequest.Next(InvokeId id, long received) -> next(asker, id, received, answer);
            case GetRequest.WithList(InvokeId id, var items) -> withList(asker, id, items, answer);
            case GetRequest.Unknown _ -> ExceptionResponse.SERVICE_UNKNOWN.write(answer);
        }
    }

    /// Forgets an answer that is being fetched.
    void endTransfer() {
        if (current.isSending()) {
            current.end();
        }
    }

    boolean isTransferring(int invokeNumber) {
        return current.isSending(invokeNumber);
    }

    private void normal(Asker asker, InvokeId id, GetRequest.Item item, ApduBuffer answer) {
        var reading = beside();
        var value = reading.value();
        var result = device.get(asker.requester(), item, value);
        if (result != DataAccessResult.SUCCESS) {
            error(id, result, answer);
            reading.end();
        } else if (value.length() + NORMAL_HEADER_OCTETS <= asker.answerOctetsMax()) {
            answer.octet(ApduTag.GET_RESPONSE)
                    .octet(GetResponse.NORMAL)
                    .octet(id.octet())
                    .octet(GetResponse.Result.DATA);
            answer.octets(value, 0, value.length());
            reading.end();
        } else if (device.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET)) {
            beginTransfer(reading, asker, id, answer);
        } else {
            error(id, DataAccessResult.OTHER_REASON, answer);
            reading.end();
        }
    }

    private void withList(Asker asker, InvokeId id, List<GetRequest.Item> items, ApduBuffer answer) {
        if (!device.has(ConformanceBit.MULTIPLE_REFERENCES)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return;
        }
        if (items.size() > limits.listItems()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
            return;
        }
        var reading = beside();
        var value = reading.value();
        value.lengthField(items.size());
        for (var item : items) {
            int before = value.length();
            value.octet(GetResponse.Result.DATA);
            var result = device.get(asker.requester(), item, value);
            if (result != DataAccessResult.SUCCESS) {
                value.truncate(before);
                value.octet(GetResponse.Result.ERROR).octet(result.code());
            }
        }
        if (value.length() + LIST_HEADER_OCTETS <= asker.answerOctetsMax() && !value.overflowed()) {
            answer.octet(ApduTag.GET_RESPONSE).octet(GetResponse.WITH_LIST).octet(id.octet());
            answer.octets(value, 0, value.length());
            reading.end();
        } else if (device.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET) && !value.overflowed()) {
            beginTransfer(reading, asker, id, answer);
        } else {
            reading.end();
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        }
    }

    /// Where to encode while another answer may still be on its way.
    private LongAnswer beside() {
        return current.isSending() ? new LongAnswer(limits.valueOctets()) : current;
    }

    /// A second long answer takes the place of the first: only one is kept.
    private void beginTransfer(LongAnswer reading, Asker asker, InvokeId id, ApduBuffer answer) {
        current = reading;
        current.beginBlocks(id.number());
        block(asker, id, answer);
    }

    private void next(Asker asker, InvokeId id, long received, ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (!current.isSending()) {
            error(id, DataAccessResult.NO_LONG_GET_IN_PROGRESS, answer);
        } else if (received != current.blockNumber()) {
            endTransfer();
            blockHeader(id, true, received, answer);
            answer.octet(GetResponse.Result.ERROR).octet(DataAccessResult.DATA_BLOCK_NUMBER_INVALID.code());
        } else {
            block(asker, id, answer);
        }
    }

    private void block(Asker asker, InvokeId id, ApduBuffer answer) {
        int count = current.nextBlock(asker.answerOctetsMax() - BLOCK_HEADER_OCTETS);
        blockHeader(id, current.isLast(count), current.blockNumber(), answer);
        current.writeBlock(count, answer.octet(GetResponse.Result.DATA));
    }

    private static void blockHeader(InvokeId id, boolean isLast, long number, ApduBuffer answer) {
        answer.octet(ApduTag.GET_RESPONSE)
                .octet(GetResponse.WITH_DATABLOCK)
                .octet(id.octet())
                .octet(isLast ? 1 : 0)
                .number(number, 4);
    }

    private static void error(InvokeId id, DataAccessResult result, ApduBuffer answer) {
        answer.octet(ApduTag.GET_RESPONSE)
                .octet(GetResponse.NORMAL)
                .octet(id.octet())
                .octet(GetResponse.Result.ERROR)
                .octet(result.code());
    }
}
