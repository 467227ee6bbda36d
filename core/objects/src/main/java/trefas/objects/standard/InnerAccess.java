package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType.Fit;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

/// Reading, writing and calling behind all rights: what is left of a request once they are checked, and what the
/// meter does to its own objects, such as scripts and captures. Types are checked here, for the meter too.
final class InnerAccess {

    /// Scripts that run scripts, and methods that call methods, counted from the outermost.
    static final int CALLS_MAX = 8;

    /// Octets of one value the meter reads from itself.
    static final int VALUE_OCTETS_MAX = 2_000;

    private static final int EXECUTE_SCRIPT = 1;
    private static final int SCRIPT_TABLE = 9;

    private final StandardDevice device;
    private int calls;

    InnerAccess(StandardDevice device) {
        this.device = device;
    }

    /// Reads an attribute the class has, whoever asks.
    static DataAccessResult read(
            Instance self,
            StandardObject object,
            int attributeId,
            Optional<AccessSelection> selection,
            AxdrWriter value) {
        if (attributeId != 1) {
            return object.behaviour().read(self, attributeId, selection, value);
        }
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        value.octetString(object.logicalName());
        return DataAccessResult.SUCCESS;
    }

    /// Writes an attribute the class has, whoever asks.
    static DataAccessResult write(Instance self, StandardObject object, int attributeId, CosemData value) {
        DataAccessResult fit = fit(object, attributeId, value);
        if (attributeId == 1 || fit != DataAccessResult.SUCCESS) {
            return attributeId == 1 ? DataAccessResult.READ_WRITE_DENIED : fit;
        }
        CosemData plain = value instanceof CompactArray(var _, var elements) ? new Array(elements) : value;
        return object.behaviour().write(self, attributeId, plain);
    }

    /// Whether a value fits an attribute, as a result to answer with.
    static DataAccessResult fit(StandardObject object, int attributeId, CosemData value) {
        Fit fit = object.interfaceClass().attribute(attributeId).type().fit(value);
        return switch (fit) {
            case FITS -> DataAccessResult.SUCCESS;
            case WRONG_TYPE -> DataAccessResult.TYPE_UNMATCHED;
            case OUT_OF_RANGE -> DataAccessResult.OTHER_REASON;
        };
    }

    /// Calls a method the class has, whoever asks.
    ActionResult call(Instance self, StandardObject object, int methodId, CosemData parameter, AxdrWriter returned) {
        Fit fit = object.interfaceClass().method(methodId).parameter().fit(parameter);
        switch (fit) {
            case WRONG_TYPE -> {
                return ActionResult.TYPE_UNMATCHED;
            }
            case OUT_OF_RANGE -> {
                return ActionResult.OTHER_REASON;
            }
            case FITS -> {}
        }
        if (calls >= CALLS_MAX) {
            return ActionResult.OTHER_REASON;
        }
        calls++;
        try {
            return object.behaviour().invoke(self, methodId, parameter, returned);
        } finally {
            calls--;
        }
    }

    /// Reads an attribute as the meter itself. Empty when there is none, or it can't be read now.
    Optional<CosemData> read(int classId, Obis logicalName, int attributeId) {
        Optional<StandardObject> object = device.inside(classId, logicalName);
        if (object.isEmpty() || !object.get().interfaceClass().hasAttribute(attributeId)) {
            return Optional.empty();
        }
        var out = new AxdrWriter(VALUE_OCTETS_MAX);
        return read(object.get(), attributeId, out)
                        && Axdr.decode(out.toOctets()) instanceof Complete<CosemData>(CosemData value, int _)
                ? Optional.of(value)
                : Optional.empty();
    }

    /// Appends an attribute as the meter itself reads it.
    ///
    /// @return whether a whole value was appended; if not, nothing was
    boolean read(StandardObject object, int attributeId, AxdrWriter out) {
        int before = out.length();
        DataAccessResult result =
                read(new Instance(device, object, Optional.empty()), object, attributeId, Optional.empty(), out);
        boolean isWhole = result == DataAccessResult.SUCCESS && !out.overflowed();
        if (!isWhole) {
            out.truncate(before);
        }
        return isWhole;
    }

    /// Writes an attribute as the meter itself.
    DataAccessResult write(int classId, Obis logicalName, int attributeId, CosemData value) {
        Optional<StandardObject> object = device.inside(classId, logicalName);
        if (object.isEmpty()) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        return object.get().interfaceClass().hasAttribute(attributeId)
                ? write(new Instance(device, object.get(), Optional.empty()), object.get(), attributeId, value)
                : DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
    }

    /// Calls a method as the meter itself.
    ActionResult call(int classId, Obis logicalName, int methodId, CosemData parameter) {
        Optional<StandardObject> object = device.inside(classId, logicalName);
        if (object.isEmpty() || !object.get().interfaceClass().hasMethod(methodId)) {
            return ActionResult.OBJECT_UNDEFINED;
        }
        return call(
                new Instance(device, object.get(), Optional.empty()),
                object.get(),
                methodId,
                parameter,
                new AxdrWriter(VALUE_OCTETS_MAX));
    }

    /// Runs a script of a table. Selector 0 means none and succeeds.
    ActionResult runScript(Obis scriptTable, int selector) {
        return selector == 0
                ? ActionResult.SUCCESS
                : call(SCRIPT_TABLE, scriptTable, EXECUTE_SCRIPT, new CosemData.LongUnsigned(selector));
    }
}
