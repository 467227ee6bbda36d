package trefas.dlms.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.xdlms.AccessRequest;
import trefas.dlms.xdlms.AccessResponse;
import trefas.dlms.xdlms.AccessSpecification;
import trefas.dlms.xdlms.LongInvokeId;

/// Reads, writes and calls in one request (ACCESS, IEC 62056-5-3).
final class AccessExchange implements Exchange {

    private static final Octets NO_TIME = Octets.of(new byte[0]);
    private static final CosemData NOTHING = new CosemData.NullData();

    private final LongInvokeId invokeId;
    private final ServiceCall.Access call;

    AccessExchange(int number, ServiceCall.Access call) {
        var continuing = LongInvokeId.ofNumber(number);
        this.invokeId = call.breakOnError() ? continuing.breakingOnError() : continuing;
        this.call = call;
    }

    @Override
    public void begin(AxdrWriter request) {
        List<AccessSpecification> specifications = new ArrayList<>(call.items().size());
        var values = new ArrayList<CosemData>(call.items().size());
        for (ServiceCall.Deed deed : call.items()) {
            switch (deed) {
                case ServiceCall.AttributeRead(var attribute, var selection) -> {
                    specifications.add(selection
                            .<AccessSpecification>map(part -> new AccessSpecification.GetWithSelection(attribute, part))
                            .orElseGet(() -> new AccessSpecification.Get(attribute)));
                    values.add(NOTHING);
                }
                case ServiceCall.AttributeWrite(var attribute, var selection, CosemData value) -> {
                    specifications.add(selection
                            .<AccessSpecification>map(part -> new AccessSpecification.SetWithSelection(attribute, part))
                            .orElseGet(() -> new AccessSpecification.Set(attribute)));
                    values.add(value);
                }
                case ServiceCall.MethodCall(var method, var parameters) -> {
                    specifications.add(new AccessSpecification.Action(method));
                    values.add(parameters.orElse(NOTHING));
                }
            }
        }
        new AccessRequest(invokeId, NO_TIME, specifications, values).encode(request);
    }

    @Override
    public ClientEvent receive(byte[] octets, int offset, int length, AxdrWriter request) {
        var decoded = AccessResponse.decode(octets, offset, length);
        if (!(decoded instanceof Complete<AccessResponse>(var response, int _))) {
            return Exchange.malformed("the answer to an ACCESS is malformed", decoded);
        }
        if (response.invokeId().number() != invokeId.number()) {
            return new ClientEvent.Malformed(
                    "an answer to request " + response.invokeId().number() + " instead of " + invokeId.number());
        }
        if (response.results().size() != call.items().size()) {
            return new ClientEvent.Malformed(
                    response.results().size() + " results where " + call.items().size() + " were asked for");
        }
        var outcomes = new ArrayList<Outcome>(call.items().size());
        for (int item = 0; item < call.items().size(); item++) {
            int code = response.results().get(item).code();
            CosemData data = response.data().get(item);
            outcomes.add(
                    switch (call.items().get(item)) {
                        case ServiceCall.AttributeRead _ -> code == 0 ? Outcome.ofData(data) : Outcome.ofAccess(code);
                        case ServiceCall.AttributeWrite _ -> Outcome.ofAccess(code);
                        case ServiceCall.MethodCall _ ->
                            Outcome.ofAction(code, Optional.of(data).filter(given -> !given.equals(NOTHING)));
                    });
        }
        return new ClientEvent.Answered(outcomes);
    }
}
