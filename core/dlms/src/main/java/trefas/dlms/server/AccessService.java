package trefas.dlms.server;

import java.util.Optional;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.AccessRequest;
import trefas.dlms.xdlms.AccessSpecification;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;

/// The ACCESS service of one open association (IEC 62056-5-3): everything asked for is carried out in order. When
/// the request wants it so, nothing after the first error is carried out, and is reported as other reason.
final class AccessService {

    private final NegotiatedDevice device;
    private final ServerLimits limits;

    AccessService(NegotiatedDevice device, ServerLimits limits) {
        this.device = device;
        this.limits = limits;
    }

    void answer(Asker asker, AccessRequest request, ApduBuffer answer) {
        var specifications = request.specifications();
        if (specifications.size() > limits.listItems()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
            return;
        }
        var values = new AxdrWriter(limits.valueOctets()).lengthField(specifications.size());
        var results = new AxdrWriter(limits.valueOctets()).lengthField(specifications.size());
        boolean stops = false;
        for (int i = 0; i < specifications.size(); i++) {
            var specification = specifications.get(i);
            int before = values.length();
            int code = stops
                    ? DataAccessResult.OTHER_REASON.code()
                    : carryOut(asker, specification, request.data().get(i), values);
            stops |= code != 0 && request.invokeId().breaksOnError();
            if (values.length() == before) {
                values.nullData();
            }
            results.octet(specification.kind()).octet(code);
        }
        write(asker, request, values, results, answer);
    }

    /// Does one thing and appends what it gives back, if anything.
    ///
    /// @return wire value of its result
    private int carryOut(Asker asker, AccessSpecification specification, CosemData data, AxdrWriter values) {
        return switch (specification) {
            case AccessSpecification.Get(var attribute) -> get(asker, item(attribute), values);
            case AccessSpecification.GetWithSelection(var attribute, var selection) ->
                get(asker, new GetRequest.Item(attribute, Optional.of(selection)), values);
            case AccessSpecification.Set(var attribute) -> set(asker, item(attribute), data);
            case AccessSpecification.SetWithSelection(var attribute, var selection) ->
                set(asker, new GetRequest.Item(attribute, Optional.of(selection)), data);
            case AccessSpecification.Action(var method) ->
                device.has(ConformanceBit.ACTION)
                        ? device.invoke(asker.requester(), method, Optional.of(data), values)
                                .code()
                        : DataAccessResult.READ_WRITE_DENIED.code();
        };
    }

    private int get(Asker asker, GetRequest.Item item, AxdrWriter values) {
        return device.has(ConformanceBit.GET)
                ? device.get(asker.requester(), item, values).code()
                : DataAccessResult.READ_WRITE_DENIED.code();
    }

    private int set(Asker asker, GetRequest.Item item, CosemData data) {
        return device.has(ConformanceBit.SET)
                ? device.set(asker.requester(), item, data).code()
                : DataAccessResult.READ_WRITE_DENIED.code();
    }

    private static GetRequest.Item item(AttributeDescriptor attribute) {
        return new GetRequest.Item(attribute, Optional.empty());
    }

    private static void write(
            Asker asker, AccessRequest request, AxdrWriter values, AxdrWriter results, ApduBuffer answer) {
        answer.octet(ApduTag.ACCESS_RESPONSE)
                .number(request.invokeId().bits(), 4)
                .octet(0);
        if (request.invokeId().isSelfDescriptive()) {
            answer.octet(1).write(out -> {
                out.lengthField(request.specifications().size());
                request.specifications().forEach(specification -> specification.write(out));
            });
        } else {
            answer.octet(0);
        }
        if (answer.length() + values.length() + results.length() > asker.answerOctetsMax() || values.overflowed()) {
            answer.reset();
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        } else {
            answer.octets(values, 0, values.length()).octets(results, 0, results.length());
        }
    }
}
