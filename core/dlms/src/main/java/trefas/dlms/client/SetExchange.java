package trefas.dlms.client;

import java.util.List;
import java.util.Optional;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.InvokeId;
import trefas.dlms.xdlms.SetRequest;
import trefas.dlms.xdlms.SetResponse;

/// Writes one attribute or a list of them, in blocks when the values are long (SET, IEC 62056-5-3).
final class SetExchange implements Exchange {

    /// Tag, choice and invoke id.
    private static final int HEADER_OCTETS = 3;

    private final InvokeId invokeId;
    private final ServiceCall.Set call;
    private final SendingRoom room;
    private Optional<OutgoingBlocks> blocks = Optional.empty();

    SetExchange(InvokeId invokeId, ServiceCall.Set call, SendingRoom room) {
        this.invokeId = invokeId;
        this.call = call;
        this.room = room;
    }

    @Override
    public void begin(AxdrWriter request) {
        var items = items();
        var values =
                call.items().stream().map(ServiceCall.AttributeWrite::value).toList();
        SetRequest whole = isList()
                ? new SetRequest.WithList(invokeId, items, values)
                : new SetRequest.Normal(invokeId, items.getFirst(), values.getFirst());
        whole.encode(request);
        if (!room.isTooShortFor(request)) {
            return;
        }
        int fieldsOctets = HEADER_OCTETS + itemsOctets(items);
        var outgoing = new OutgoingBlocks(encoded(values));
        blocks = Optional.of(outgoing);
        request.reset();
        var first = outgoing.next(room.octetsMax(), fieldsOctets);
        SetRequest begun = isList()
                ? new SetRequest.ListFirstBlock(invokeId, items, first)
                : new SetRequest.FirstBlock(invokeId, items.getFirst(), first);
        begun.encode(request);
    }

    @Override
    public ClientEvent receive(byte[] octets, int offset, int length, AxdrWriter request) {
        var decoded = SetResponse.decode(octets, offset, length);
        if (!(decoded instanceof Complete<SetResponse>(var response, int _))) {
            return Exchange.malformed("the answer to a SET is malformed", decoded);
        }
        if (response.invokeId().number() != invokeId.number()) {
            return new ClientEvent.Malformed(
                    "an answer to request " + response.invokeId().number() + " instead of " + invokeId.number());
        }
        return switch (response) {
            case SetResponse.Normal(InvokeId _, int result) -> whole(result);
            case SetResponse.LastBlock(InvokeId _, int result, long _) -> whole(result);
            case SetResponse.WithList(InvokeId _, var results) -> list(results);
            case SetResponse.LastBlockWithList(InvokeId _, var results, long _) -> list(results);
            case SetResponse.Block(InvokeId _, long number) -> next(number, request);
        };
    }

    private ClientEvent next(long number, AxdrWriter request) {
        if (blocks.isEmpty() || blocks.get().number() != number || blocks.get().isFinished()) {
            return new ClientEvent.Malformed("the server takes block " + number + ", which was not the last one sent");
        }
        var outgoing = blocks.get();
        new SetRequest.Block(invokeId, outgoing.next(room.octetsMax(), HEADER_OCTETS)).encode(request);
        return new ClientEvent.BlockSent(outgoing.number(), outgoing.sentOctets());
    }

    /// A result of the whole request: of the one attribute, or why the list was given up.
    private ClientEvent whole(int result) {
        Outcome outcome = Outcome.ofAccess(result);
        if (!isList()) {
            return new ClientEvent.Answered(List.of(outcome));
        }
        return switch (outcome) {
            case Outcome.Refused(int _, String words) -> new ClientEvent.Refused(words);
            case Outcome.Done _ -> new ClientEvent.Malformed("one result where a list was written");
        };
    }

    private ClientEvent list(List<Integer> results) {
        return results.size() == call.items().size()
                ? new ClientEvent.Answered(
                        results.stream().map(Outcome::ofAccess).toList())
                : new ClientEvent.Malformed(
                        results.size() + " results where " + call.items().size() + " attributes were written");
    }

    private boolean isList() {
        return call.items().size() > 1;
    }

    private List<GetRequest.Item> items() {
        return call.items().stream()
                .map(write -> new GetRequest.Item(write.attribute(), write.selection()))
                .toList();
    }

    private int itemsOctets(List<GetRequest.Item> items) {
        var measured = new AxdrWriter(REQUEST_OCTETS_MAX);
        GetRequest like =
                isList() ? new GetRequest.WithList(invokeId, items) : new GetRequest.Normal(invokeId, items.getFirst());
        like.encode(measured);
        return measured.length() - HEADER_OCTETS;
    }

    /// What the blocks carry: one value, or the list of them.
    private AxdrWriter encoded(List<CosemData> values) {
        var out = new AxdrWriter(REQUEST_OCTETS_MAX);
        if (isList()) {
            out.lengthField(values.size());
        }
        values.forEach(value -> Axdr.encode(value, out));
        return out;
    }
}
