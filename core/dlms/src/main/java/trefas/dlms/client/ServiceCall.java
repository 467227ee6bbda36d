package trefas.dlms.client;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.MethodDescriptor;

/// What a client wants of a server in one request (xDLMS services, IEC 62056-5-3). One item goes as the normal
/// form of a service, several as its list form; what is longer than an APDU goes in blocks.
public sealed interface ServiceCall {

    /// Items of one request. A list that a server has to keep as a whole is no place for more.
    int ITEMS_MAX = 255;

    /// Reads attributes.
    record Get(List<AttributeRead> items) implements ServiceCall {
        public Get {
            items = counted(items);
        }
    }

    /// Writes attributes, each on its own.
    record Set(List<AttributeWrite> items) implements ServiceCall {
        public Set {
            items = counted(items);
        }
    }

    /// Calls methods, one after the other.
    record Action(List<MethodCall> items) implements ServiceCall {
        public Action {
            items = counted(items);
        }
    }

    /// Reads, writes and calls in one go, in their order.
    ///
    /// @param breakOnError true when nothing is to be done any more after the first failure
    record Access(List<? extends Deed> items, boolean breakOnError) implements ServiceCall {
        public Access {
            items = counted(items);
        }
    }

    /// One thing to do.
    sealed interface Deed {}

    /// One attribute and, if wanted, the part of it.
    record AttributeRead(AttributeDescriptor attribute, Optional<AccessSelection> selection) implements Deed {}

    record AttributeWrite(AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value)
            implements Deed {}

    record MethodCall(MethodDescriptor method, Optional<CosemData> parameters) implements Deed {}

    List<? extends Deed> items();

    private static <T> List<T> counted(List<T> items) {
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("a request has 1 to " + ITEMS_MAX + " items: " + items.size());
        }
        return List.copyOf(items);
    }
}
