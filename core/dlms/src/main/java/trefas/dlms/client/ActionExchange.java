package trefas.dlms.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ActionResponse;
import trefas.dlms.xdlms.DataBlock;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;

/// Calls one method or a list of them, with blocks in either direction (ACTION, IEC 62056-5-3).
final class ActionExchange implements Exchange {

    /// Tag, choice and invoke id.
    private static final int HEADER_OCTETS = 3;

    /// Tag, choice, invoke id and result, with nothing behind them.
    private static final int BARE_RESULT_OCTETS = 4;

    /// Class, logical name and method.
    private static final int METHOD_OCTETS = 9;

    private static final int COUNT_OCTETS_MAX = 3;

    private final InvokeId invokeId;
    private final ServiceCall.Action call;
    private final SendingRoom room;
    private final AxdrWriter received = new AxdrWriter(VALUE_OCTETS_MAX);
    private Optional<OutgoingBlocks> blocks = Optional.empty();
    private long receivedNumber;

    ActionExchange(InvokeId invokeId, ServiceCall.Action call, SendingRoom room) {
        this.invokeId = invokeId;
        this.call = call;
        this.room = room;
    }

    @Override
    public void begin(AxdrWriter request) {
        var methods = call.items().stream().map(ServiceCall.MethodCall::method).toList();
        var only = call.items().getFirst();
        ActionRequest whole = isList()
                ? new ActionRequest.WithList(invokeId, methods, parameters())
                : new ActionRequest.Normal(invokeId, only.method(), only.parameters());
        whole.encode(request);
        if (!room.isTooShortFor(request)) {
            return;
        }
        var outgoing = new OutgoingBlocks(encoded());
        blocks = Optional.of(outgoing);
        request.reset();
        int fieldsOctets = HEADER_OCTETS + (isList() ? COUNT_OCTETS_MAX : 0) + METHOD_OCTETS * methods.size();
        begun(methods, outgoing.next(room.octetsMax(), fieldsOctets)).encode(request);
    }

    private ActionRequest begun(List<MethodDescriptor> methods, DataBlock first) {
        return isList()
                ? new ActionRequest.ListFirstBlock(invokeId, methods, first)
                : new ActionRequest.FirstBlock(invokeId, methods.getFirst(), first);
    }

    @Override
    public ClientEvent receive(byte[] octets, int offset, int length, AxdrWriter request) {
        var decoded = decoded(octets, offset, length);
        if (!(decoded instanceof Complete<ActionResponse>(var response, int _))) {
            return Exchange.malformed("the answer to an ACTION is malformed", decoded);
        }
        if (response.invokeId().number() != invokeId.number()) {
            return new ClientEvent.Malformed(
                    "an answer to request " + response.invokeId().number() + " instead of " + invokeId.number());
        }
        return switch (response) {
            case ActionResponse.Normal(InvokeId _, var result) -> whole(result);
            case ActionResponse.WithList(InvokeId _, var results) -> list(results);
            case ActionResponse.NextBlock(InvokeId _, long number) -> next(number, request);
            case ActionResponse.Block(InvokeId _, DataBlock block) -> block(block, request);
        };
    }

    /// Some servers leave out the flag that nothing is returned (seen of Gurux: `C7 01 C1 03`). What they mean is
    /// plain.
    private static Decoded<ActionResponse> decoded(byte[] octets, int offset, int length) {
        if (length != BARE_RESULT_OCTETS) {
            return ActionResponse.decode(octets, offset, length);
        }
        byte[] completed = Arrays.copyOf(Arrays.copyOfRange(octets, offset, offset + length), length + 1);
        return ActionResponse.decode(completed, 0, completed.length);
    }

    private ClientEvent next(long number, AxdrWriter request) {
        if (blocks.isEmpty() || blocks.get().number() != number || blocks.get().isFinished()) {
            return new ClientEvent.Malformed("the server takes block " + number + ", which was not the last one sent");
        }
        var outgoing = blocks.get();
        new ActionRequest.Block(invokeId, outgoing.next(room.octetsMax(), HEADER_OCTETS)).encode(request);
        return new ClientEvent.BlockSent(outgoing.number(), outgoing.sentOctets());
    }

    private ClientEvent block(DataBlock block, AxdrWriter request) {
        if (block.number() != receivedNumber + 1) {
            return new ClientEvent.Malformed("block " + block.number() + " instead of " + (receivedNumber + 1));
        }
        receivedNumber++;
        received.octets(block.raw().toArray());
        if (received.overflowed()) {
            return new ClientEvent.Malformed("an answer longer than " + VALUE_OCTETS_MAX + " octets");
        }
        if (!block.isLast()) {
            new ActionRequest.Next(invokeId, receivedNumber).encode(request);
            return new ClientEvent.BlockReceived(receivedNumber, received.length());
        }
        if (isList()) {
            var decoded = ActionResponse.decodeResults(received.toOctets());
            return decoded instanceof Complete<List<ActionResponse.Result>>(var results, int _)
                    ? list(results)
                    : Exchange.malformed("the list in the blocks is malformed", decoded);
        }
        Decoded<ActionResponse.Result> decoded = ActionResponse.decodeReturned(received.toOctets());
        return decoded instanceof Complete<ActionResponse.Result>(var result, int _)
                ? whole(result)
                : Exchange.malformed("the value in the blocks is malformed", decoded);
    }

    /// A result of the whole request: of the one method, or why the list was given up.
    private ClientEvent whole(ActionResponse.Result result) {
        Outcome outcome = outcome(result);
        if (!isList()) {
            return new ClientEvent.Answered(List.of(outcome));
        }
        return switch (outcome) {
            case Outcome.Refused(int _, String words) -> new ClientEvent.Refused(words);
            case Outcome.Done _ -> new ClientEvent.Malformed("one result where a list was called");
        };
    }

    private ClientEvent list(List<ActionResponse.Result> results) {
        return results.size() == call.items().size()
                ? new ClientEvent.Answered(
                        results.stream().map(ActionExchange::outcome).toList())
                : new ClientEvent.Malformed(
                        results.size() + " results where " + call.items().size() + " methods were called");
    }

    /// A method that succeeded but whose return value is refused has no value to show.
    static Outcome outcome(ActionResponse.Result result) {
        Optional<CosemData> returned = result.returned().flatMap(answer -> switch (answer) {
            case GetResponse.Value(CosemData data) -> Optional.of(data);
            case GetResponse.Refused _ -> Optional.empty();
        });
        return Outcome.ofAction(result.code(), returned);
    }

    private boolean isList() {
        return call.items().size() > 1;
    }

    /// One value for each method: a list has no way to leave one out.
    private List<CosemData> parameters() {
        return call.items().stream()
                .map(each -> each.parameters().orElse(new CosemData.NullData()))
                .toList();
    }

    private AxdrWriter encoded() {
        var out = new AxdrWriter(REQUEST_OCTETS_MAX);
        if (isList()) {
            out.lengthField(call.items().size());
        }
        parameters().forEach(value -> Axdr.encode(value, out));
        return out;
    }
}
