package trefas.dlms.server;

import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ActionResponse;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.DataBlock;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;
import trefas.dlms.xdlms.SetRequest;

/// The ACTION service of one open association (IEC 62056-5-3). Parameters that come in blocks call the method
/// once, when their last block is here; what is returned and does not fit is fetched block by block.
///
/// ```
/// client                              server
///   | first block of parameters -------> |
///   | <------------------- block 1 taken |
///   | last block ----------------------> |  called
///   | <------- first block of the answer |
///   | next 1 --------------------------> |
///   | <--------- last block of the answer |
/// ```
final class ActionService {

    /// What is being called, and what of its parameters is here; see [SetService] about the requester.
    private record Transfer(
            Requester requester,
            int invokeNumber,
            List<MethodDescriptor> methods,
            boolean isList,
            LongRequest request) {}

    /// C7, choice, invoke id, result, flag and data-or-error.
    private static final int NORMAL_HEADER_OCTETS = 6;

    /// C7, choice and invoke id.
    private static final int LIST_HEADER_OCTETS = 3;

    /// C7, choice, invoke id, last-block and block number; the length of the raw data follows.
    private static final int BLOCK_HEADER_OCTETS = 8;

    private final NegotiatedDevice device;
    private final ServerLimits limits;
    private Optional<Transfer> transfer = Optional.empty();
    private LongAnswer current;

    ActionService(NegotiatedDevice device, ServerLimits limits) {
        this.device = device;
        this.limits = limits;
        this.current = new LongAnswer(limits.valueOctets());
    }

    void answer(Asker asker, ActionRequest request, ApduBuffer answer) {
        switch (request) {
            case ActionRequest.Normal(InvokeId id, var method, var parameters) ->
                call(asker, id, method, parameters, answer);
            case ActionRequest.WithList(InvokeId id, var methods, var parameters) -> {
                if (isListAllowed(methods, answer)) {
                    callAll(asker, id, methods, parameters, answer);
                }
            }
            case ActionRequest.FirstBlock(InvokeId id, var method, var block) ->
                first(asker, id, List.of(method), false, block, answer);
            case ActionRequest.ListFirstBlock(InvokeId id, var methods, var block) -> {
                if (isListAllowed(methods, answer)) {
                    first(asker, id, methods, true, block, answer);
                }
            }
            case ActionRequest.Block(InvokeId id, var block) -> nextOfRequest(asker, id, block, answer);
            case ActionRequest.Next(InvokeId id, long received) -> nextOfAnswer(asker, id, received, answer);
            case ActionRequest.Unknown _ -> ExceptionResponse.SERVICE_UNKNOWN.write(answer);
        }
    }

    /// Forgets the blocks that came and those that were to go.
    void endTransfer() {
        transfer = Optional.empty();
        if (current.isSending()) {
            current.end();
        }
    }

    boolean isTransferring(int invokeNumber) {
        return current.isSending(invokeNumber)
                || (transfer.isPresent() && transfer.get().invokeNumber() == invokeNumber);
    }

    private void call(
            Asker asker, InvokeId id, MethodDescriptor method, Optional<CosemData> parameters, ApduBuffer answer) {
        var calling = beside();
        var returned = calling.value();
        var result = device.invoke(asker.requester(), method, parameters, returned);
        if (returned.length() == 0) {
            error(id, result, answer);
            calling.end();
        } else if (returned.length() + NORMAL_HEADER_OCTETS <= asker.answerOctetsMax()) {
            answer.octet(ApduTag.ACTION_RESPONSE)
                    .octet(ActionResponse.NORMAL)
                    .octet(id.octet())
                    .octet(result.code())
                    .octet(1)
                    .octet(GetResponse.Result.DATA);
            answer.octets(returned, 0, returned.length());
            calling.end();
        } else if (device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION)) {
            beginAnswer(calling, asker, id, answer);
        } else {
            calling.end();
            error(id, ActionResult.OTHER_REASON, answer);
        }
    }

    private void callAll(
            Asker asker, InvokeId id, List<MethodDescriptor> methods, List<CosemData> parameters, ApduBuffer answer) {
        var calling = beside();
        var results = calling.value();
        results.lengthField(methods.size());
        for (int i = 0; i < methods.size(); i++) {
            int before = results.length();
            results.octet(0).octet(1).octet(GetResponse.Result.DATA);
            int head = results.length();
            var result = device.invoke(asker.requester(), methods.get(i), Optional.of(parameters.get(i)), results);
            if (results.length() == head) {
                results.truncate(before);
                results.octet(result.code()).octet(0);
            }
        }
        if (results.length() + LIST_HEADER_OCTETS <= asker.answerOctetsMax() && !results.overflowed()) {
            answer.octet(ApduTag.ACTION_RESPONSE)
                    .octet(ActionResponse.WITH_LIST)
                    .octet(id.octet());
            answer.octets(results, 0, results.length());
            calling.end();
        } else if (device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION) && !results.overflowed()) {
            beginAnswer(calling, asker, id, answer);
        } else {
            calling.end();
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        }
    }

    private boolean isListAllowed(List<MethodDescriptor> methods, ApduBuffer answer) {
        if (!device.has(ConformanceBit.MULTIPLE_REFERENCES)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return false;
        }
        if (methods.size() > limits.listItems()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
            return false;
        }
        return true;
    }

    private void first(
            Asker asker,
            InvokeId id,
            List<MethodDescriptor> methods,
            boolean isList,
            DataBlock block,
            ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return;
        }
        var begun = new Transfer(
                asker.requester(), id.number(), methods, isList, new LongRequest(limits.reassemblyOctets()));
        transfer = Optional.of(begun);
        take(asker, id, begun, block, answer);
    }

    private void nextOfRequest(Asker asker, InvokeId id, DataBlock block, ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (transfer.isEmpty()) {
            error(id, ActionResult.NO_LONG_ACTION_IN_PROGRESS, answer);
        } else if (!transfer.get().requester().equals(asker.requester())) {
            endTransfer();
            error(id, ActionResult.LONG_ACTION_ABORTED, answer);
        } else {
            take(asker, id, transfer.get(), block, answer);
        }
    }

    private void take(Asker asker, InvokeId id, Transfer running, DataBlock block, ApduBuffer answer) {
        switch (running.request().take(block)) {
            case MORE -> answer.write(new ActionResponse.NextBlock(id, block.number())::encode);
            case WHOLE -> {
                transfer = Optional.empty();
                whole(asker, id, running, answer);
            }
            case WRONG_NUMBER -> {
                endTransfer();
                error(id, ActionResult.DATA_BLOCK_UNAVAILABLE, answer);
            }
            case TOO_LONG -> {
                endTransfer();
                error(id, ActionResult.LONG_ACTION_ABORTED, answer);
            }
        }
    }

    private void whole(Asker asker, InvokeId id, Transfer done, ApduBuffer answer) {
        byte[] octets = done.request().octets();
        if (done.isList()) {
            var parameters = value(SetRequest.decodeValues(octets));
            if (parameters.isPresent()
                    && parameters.get().size() == done.methods().size()) {
                callAll(asker, id, done.methods(), parameters.get(), answer);
            } else {
                error(id, ActionResult.TYPE_UNMATCHED, answer);
            }
        } else {
            var parameters = value(Axdr.decode(octets));
            if (parameters.isPresent()) {
                call(asker, id, done.methods().getFirst(), parameters, answer);
            } else {
                error(id, ActionResult.TYPE_UNMATCHED, answer);
            }
        }
    }

    private LongAnswer beside() {
        return current.isSending() ? new LongAnswer(limits.valueOctets()) : current;
    }

    private void beginAnswer(LongAnswer calling, Asker asker, InvokeId id, ApduBuffer answer) {
        current = calling;
        current.beginBlocks(id.number());
        block(asker, id, answer);
    }

    private void nextOfAnswer(Asker asker, InvokeId id, long received, ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (!current.isSending()) {
            error(id, ActionResult.NO_LONG_ACTION_IN_PROGRESS, answer);
        } else if (received != current.blockNumber()) {
            endTransfer();
            error(id, ActionResult.DATA_BLOCK_UNAVAILABLE, answer);
        } else {
            block(asker, id, answer);
        }
    }

    private void block(Asker asker, InvokeId id, ApduBuffer answer) {
        int count = current.nextBlock(asker.answerOctetsMax() - BLOCK_HEADER_OCTETS);
        answer.octet(ApduTag.ACTION_RESPONSE)
                .octet(ActionResponse.BLOCK)
                .octet(id.octet())
                .octet(current.isLast(count) ? 1 : 0)
                .number(current.blockNumber(), 4);
        current.writeBlock(count, answer);
    }

    private static <T> Optional<T> value(Decoded<T> decoded) {
        return switch (decoded) {
            case Complete<T>(var value, int _) -> Optional.of(value);
            case Incomplete<T> _, Malformed<T> _ -> Optional.empty();
        };
    }

    private static void error(InvokeId id, ActionResult result, ApduBuffer answer) {
        answer.octet(ApduTag.ACTION_RESPONSE)
                .octet(ActionResponse.NORMAL)
                .octet(id.octet())
                .octet(result.code())
                .octet(0);
    }
}
