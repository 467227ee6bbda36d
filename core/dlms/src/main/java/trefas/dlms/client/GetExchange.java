package trefas.dlms.client;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;

/// Reads one attribute or a list of them, block by block when the answer is long (GET, IEC 62056-5-3).
final class GetExchange implements Exchange {

    private final InvokeId invokeId;
    private final ServiceCall.Get call;
    private final AxdrWriter blocks = new AxdrWriter(VALUE_OCTETS_MAX);
    private long blockNumber;

    GetExchange(InvokeId invokeId, ServiceCall.Get call) {
        this.invokeId = invokeId;
        this.call = call;
    }

    @Override
    public void begin(AxdrWriter request) {
        var items = new ArrayList<GetRequest.Item>(call.items().size());
        for (var read : call.items()) {
            items.add(new GetRequest.Item(read.attribute(), read.selection()));
        }
        GetRequest get = items.size() == 1
                ? new GetRequest.Normal(invokeId, items.getFirst())
                : new GetRequest.WithList(invokeId, items);
        get.encode(request);
    }

    @Override
    public ClientEvent receive(byte[] octets, int offset, int length, AxdrWriter request) {
        var decoded = GetResponse.decode(octets, offset, length);
        if (!(decoded instanceof Complete<GetResponse>(var response, int _))) {
            return Exchange.malformed("the answer to a GET is malformed", decoded);
        }
        if (response.invokeId().number() != invokeId.number()) {
            return new ClientEvent.Malformed(
                    "an answer to request " + response.invokeId().number() + " instead of " + invokeId.number());
        }
        return switch (response) {
            case GetResponse.Normal(InvokeId _, GetResponse.Value(CosemData data)) ->
                isList()
                        ? new ClientEvent.Malformed("one value where a list was asked for")
                        : new ClientEvent.Value(data);
            case GetResponse.Normal(InvokeId _, GetResponse.Refused refused) -> failed(refused);
            case GetResponse.BlockError(InvokeId _, long _, var refused) -> failed(refused);
            case GetResponse.Block block -> block(block, request);
            case GetResponse.WithList(InvokeId _, var results) ->
                isList() ? results(results) : new ClientEvent.Malformed("a list where one value was asked for");
        };
    }

    private boolean isList() {
        return call.items().size() > 1;
    }

    private ClientEvent block(GetResponse.Block block, AxdrWriter request) {
        if (block.number() != blockNumber + 1) {
            return new ClientEvent.Malformed("block " + block.number() + " instead of " + (blockNumber + 1));
        }
        blockNumber++;
        blocks.octets(block.raw().toArray());
        if (blocks.overflowed()) {
            return new ClientEvent.Malformed("a value longer than " + VALUE_OCTETS_MAX + " octets");
        }
        if (!block.isLast()) {
            new GetRequest.Next(invokeId, blockNumber).encode(request);
            return new ClientEvent.BlockReceived(blockNumber, blocks.length());
        }
        if (isList()) {
            var decoded = GetResponse.decodeResults(blocks.toOctets());
            return decoded instanceof Complete<List<GetResponse.Result>>(var results, int _)
                    ? results(results)
                    : Exchange.malformed("the list in the blocks is malformed", decoded);
        }
        var decoded = Axdr.decode(blocks.toOctets());
        return decoded instanceof Complete<CosemData>(CosemData data, int _)
                ? new ClientEvent.Value(data)
                : Exchange.malformed("the value in the blocks is malformed", decoded);
    }

    private ClientEvent results(List<GetResponse.Result> results) {
        if (results.size() != call.items().size()) {
            return new ClientEvent.Malformed(
                    results.size() + " results where " + call.items().size() + " were asked for");
        }
        return new ClientEvent.Answered(results.stream()
                .map(result -> switch (result) {
                    case GetResponse.Value(CosemData data) -> Outcome.ofData(data);
                    case GetResponse.Refused(int code) -> Outcome.ofAccess(code);
                })
                .toList());
    }

    /// A refusal of the whole request, be it for one attribute or a list.
    private ClientEvent failed(GetResponse.Refused refused) {
        var known = DataAccessResult.ofCode(refused.code());
        return known.isPresent() && !isList()
                ? new ClientEvent.Failed(known.get())
                : new ClientEvent.Refused(refused.words());
    }
}
