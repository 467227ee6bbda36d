package trefas.dlms.xdlms;

import java.util.List;
import java.util.Optional;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.cosem.MethodDescriptor;

/// A request to call a method (Action-Request, IEC 62056-5-3).
public sealed interface ActionRequest {

    /// C3 01: one method.
    record Normal(InvokeId invokeId, MethodDescriptor method, Optional<CosemData> parameters)
            implements ActionRequest {}

    /// C3 02: the next block of a long answer.
    ///
    /// @param blockNumber of the block received last
    record Next(InvokeId invokeId, long blockNumber) implements ActionRequest {}

    /// C3 03: several methods, as many parameters as methods.
    record WithList(InvokeId invokeId, List<MethodDescriptor> methods, List<CosemData> parameters)
            implements ActionRequest {
        public WithList {
            methods = List.copyOf(methods);
            parameters = List.copyOf(parameters);
        }
    }

    /// C3 04: one method, and the first part of its parameters.
    record FirstBlock(InvokeId invokeId, MethodDescriptor method, DataBlock block) implements ActionRequest {}

    /// C3 05: several methods, and the first part of the list of their parameters.
    record ListFirstBlock(InvokeId invokeId, List<MethodDescriptor> methods, DataBlock block) implements ActionRequest {
        public ListFirstBlock {
            methods = List.copyOf(methods);
        }
    }

    /// C3 06: a further part of the parameters.
    record Block(InvokeId invokeId, DataBlock block) implements ActionRequest {}

    /// C3 with a variant nobody defined.
    record Unknown(InvokeId invokeId, int choice) implements ActionRequest {}

    int NORMAL = 1;
    int NEXT = 2;
    int WITH_LIST = 3;
    int FIRST_BLOCK = 4;
    int LIST_FIRST_BLOCK = 5;
    int BLOCK = 6;

    /// Class, logical name and method.
    int METHOD_OCTETS = 9;

    InvokeId invokeId();

    /// Reads a request that fills the octets given, tag included.
    static Decoded<ActionRequest> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.ACTION_REQUEST);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, in.method(), parameters(in));
                    case NEXT -> new Next(id, in.number(4));
                    case WITH_LIST -> withList(id, in);
                    case FIRST_BLOCK -> new FirstBlock(id, in.method(), in.block());
                    case LIST_FIRST_BLOCK -> new ListFirstBlock(id, methods(in), in.block());
                    case BLOCK -> new Block(id, in.block());
                    default -> {
                        in.skipRest();
                        yield new Unknown(id, choice);
                    }
                });
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.ACTION_REQUEST);
        switch (this) {
            case Normal(InvokeId id, var method, var parameters) -> {
                ApduFields.write(method, out.octet(NORMAL).octet(id.octet()));
                parameters.ifPresentOrElse(data -> Axdr.encode(data, out.octet(1)), () -> out.octet(0));
            }
            case Next(InvokeId id, long blockNumber) ->
                out.octet(NEXT).octet(id.octet()).number(blockNumber, 4);
            case WithList(InvokeId id, var methods, var parameters) -> {
                ApduFields.writeMethods(methods, out.octet(WITH_LIST).octet(id.octet()));
                ApduFields.writeValues(parameters, out);
            }
            case FirstBlock(InvokeId id, var method, var block) -> {
                ApduFields.write(method, out.octet(FIRST_BLOCK).octet(id.octet()));
                block.write(out);
            }
            case ListFirstBlock(InvokeId id, var methods, var block) -> {
                ApduFields.writeMethods(methods, out.octet(LIST_FIRST_BLOCK).octet(id.octet()));
                block.write(out);
            }
            case Block(InvokeId id, var block) -> block.write(out.octet(BLOCK).octet(id.octet()));
            case Unknown(InvokeId id, int choice) -> out.octet(choice).octet(id.octet());
        }
    }

    private static Optional<CosemData> parameters(ApduReader in) {
        return in.isPresent() ? Optional.of(in.data()) : Optional.empty();
    }

    private static ActionRequest withList(InvokeId id, ApduReader in) {
        var methods = methods(in);
        var parameters = in.list(1, in::data);
        if (parameters.size() != methods.size()) {
            in.fail(parameters.size() + " parameters for " + methods.size() + " methods");
        }
        return new WithList(id, methods, parameters);
    }

    private static List<MethodDescriptor> methods(ApduReader in) {
        var methods = in.list(METHOD_OCTETS, in::method);
        if (methods.isEmpty()) {
            in.fail("a list of no methods");
        }
        return methods;
    }
}
