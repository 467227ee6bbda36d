package trefas.dlms.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.Requester;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.DataBlock;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.InvokeId;
import trefas.dlms.xdlms.SetRequest;
import trefas.dlms.xdlms.SetResponse;

/// The SET service of one open association (IEC 62056-5-3). A value that comes in blocks is written once, when its
/// last block is here.
///
/// ```
/// client                        server
///   | first block, no. 1 -------> |
///   | <---------------- no. 1 taken |
///   | block no. 2, last --------> |  written
///   | <------- result, no. 2 taken |
/// ```
final class SetService {

    /// What is being written, and what of it is here. All its blocks must be protected alike, or somebody between
    /// the ends could put in one of his own.
    private record Transfer(
            Requester requester, int invokeNumber, List<GetRequest.Item> items, boolean isList, LongRequest request) {}

    private final NegotiatedDevice device;
    private final ServerLimits limits;
    private Optional<Transfer> transfer = Optional.empty();

    SetService(NegotiatedDevice device, ServerLimits limits) {
        this.device = device;
        this.limits = limits;
    }

    void answer(Asker asker, SetRequest request, ApduBuffer answer) {
        switch (request) {
            case SetRequest.Normal(InvokeId id, var item, var value) ->
                write(
                        new SetResponse.Normal(
                                id, device.set(asker.requester(), item, value).code()),
                        answer);
            case SetRequest.WithList(InvokeId id, var items, var values) -> {
                if (isListAllowed(items, answer)) {
                    write(new SetResponse.WithList(id, set(asker, items, values)), answer);
                }
            }
            case SetRequest.FirstBlock(InvokeId id, var item, var block) ->
                first(asker, id, List.of(item), false, block, answer);
            case SetRequest.ListFirstBlock(InvokeId id, var items, var block) -> {
                if (isListAllowed(items, answer)) {
                    first(asker, id, items, true, block, answer);
                }
            }
            case SetRequest.Block(InvokeId id, var block) -> next(asker, id, block, answer);
            case SetRequest.Unknown _ -> ExceptionResponse.SERVICE_UNKNOWN.write(answer);
        }
    }

    /// Forgets the blocks that came.
    void endTransfer() {
        transfer = Optional.empty();
    }

    boolean isTransferring(int invokeNumber) {
        return transfer.isPresent() && transfer.get().invokeNumber() == invokeNumber;
    }

    private boolean isListAllowed(List<GetRequest.Item> items, ApduBuffer answer) {
        if (!device.has(ConformanceBit.MULTIPLE_REFERENCES)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return false;
        }
        if (items.size() > limits.listItems()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
            return false;
        }
        return true;
    }

    private void first(
            Asker asker, InvokeId id, List<GetRequest.Item> items, boolean isList, DataBlock block, ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_SET)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return;
        }
        var begun =
                new Transfer(asker.requester(), id.number(), items, isList, new LongRequest(limits.reassemblyOctets()));
        transfer = Optional.of(begun);
        take(asker, id, begun, block, answer);
    }

    private void next(Asker asker, InvokeId id, DataBlock block, ApduBuffer answer) {
        if (!device.has(ConformanceBit.BLOCK_TRANSFER_WITH_SET)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (transfer.isEmpty()) {
            last(id, DataAccessResult.NO_LONG_SET_IN_PROGRESS, block, answer);
        } else if (!transfer.get().requester().equals(asker.requester())) {
            endTransfer();
            last(id, DataAccessResult.LONG_SET_ABORTED, block, answer);
        } else {
            take(asker, id, transfer.get(), block, answer);
        }
    }

    private void take(Asker asker, InvokeId id, Transfer running, DataBlock block, ApduBuffer answer) {
        switch (running.request().take(block)) {
            case MORE -> write(new SetResponse.Block(id, block.number()), answer);
            case WHOLE -> {
                endTransfer();
                whole(asker, id, running, block, answer);
            }
            case WRONG_NUMBER -> {
                endTransfer();
                last(id, DataAccessResult.DATA_BLOCK_NUMBER_INVALID, block, answer);
            }
            case TOO_LONG -> {
                endTransfer();
                last(id, DataAccessResult.LONG_SET_ABORTED, block, answer);
            }
        }
    }

    private void whole(Asker asker, InvokeId id, Transfer done, DataBlock block, ApduBuffer answer) {
        byte[] octets = done.request().octets();
        if (done.isList()) {
            var values = values(SetRequest.decodeValues(octets));
            var results =
                    values.isPresent() && values.get().size() == done.items().size()
                            ? set(asker, done.items(), values.get())
                            : done.items().stream()
                                    .map(_ -> DataAccessResult.TYPE_UNMATCHED.code())
                                    .toList();
            write(new SetResponse.LastBlockWithList(id, results, block.number()), answer);
        } else {
            var result = values(Axdr.decode(octets))
                    .map(value -> device.set(asker.requester(), done.items().getFirst(), value))
                    .orElse(DataAccessResult.TYPE_UNMATCHED);
            last(id, result, block, answer);
        }
    }

    /// Each item stands for itself: one that fails leaves the others alone.
    private List<Integer> set(Asker asker, List<GetRequest.Item> items, List<CosemData> values) {
        var results = new ArrayList<Integer>(items.size());
        for (int i = 0; i < items.size(); i++) {
            results.add(
                    device.set(asker.requester(), items.get(i), values.get(i)).code());
        }
        return results;
    }

    private static <T> Optional<T> values(Decoded<T> decoded) {
        return switch (decoded) {
            case Complete<T>(var value, int _) -> Optional.of(value);
            case Incomplete<T> _, Malformed<T> _ -> Optional.empty();
        };
    }

    private static void last(InvokeId id, DataAccessResult result, DataBlock block, ApduBuffer answer) {
        write(new SetResponse.LastBlock(id, result.code(), block.number()), answer);
    }

    private static void write(SetResponse response, ApduBuffer answer) {
        answer.write(response::encode);
    }
}
