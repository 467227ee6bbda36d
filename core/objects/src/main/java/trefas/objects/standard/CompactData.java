package trefas.objects.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.TypeDescription;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;

/// Values packed without their types, class 62 (dossier F1): the buffer is what a compact-array of one structure
/// holds, the description says how to read it. The first captured value is the object's own template_id, so that a
/// reader knows which description a buffer needs.
final class CompactData implements Behaviour {

    private static final int BUFFER = 2;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int TEMPLATE_ID = 4;
    private static final int DESCRIPTION = 5;
    private static final int CAPTURE_METHOD = 6;
    private static final int RESET = 1;
    private static final int ON_READ = 1;

    static final int COLUMNS_MAX = 32;
    static final int OCTETS_MAX = 2_000;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId == BUFFER && selection.isEmpty() && self.number(CAPTURE_METHOD) == ON_READ) {
            capture(self);
        }
        return Behaviour.super.read(self, attributeId, selection, value);
    }

    /// Another list or template makes the captured values unreadable, so they go.
    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == BUFFER || attributeId == DESCRIPTION) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (attributeId == CAPTURE_OBJECTS && !beginsWithTemplate(self, value)) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        if (attributeId != CAPTURE_METHOD) {
            self.forget(BUFFER);
            self.forget(DESCRIPTION);
        }
        return DataAccessResult.SUCCESS;
    }

    private static boolean beginsWithTemplate(Instance self, CosemData captureObjects) {
        List<CaptureObject> columns = ProfileBehaviour.columns(captureObjects);
        return columns.size() <= COLUMNS_MAX
                && columns.size() == Values.elements(captureObjects).size()
                && !columns.isEmpty()
                && columns.getFirst().equals(new CaptureObject(62, self.logicalName(), TEMPLATE_ID, 0));
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId == RESET) {
            self.forget(BUFFER);
        } else {
            capture(self);
        }
        return ActionResult.SUCCESS;
    }

    private static void capture(Instance self) {
        var values = new ArrayList<CosemData>();
        for (CaptureObject column : ProfileBehaviour.columns(self.value(CAPTURE_OBJECTS))) {
            values.add(captured(self, column));
        }
        var whole = new Structure(values);
        TypeDescription description = describe(whole);
        var packed = new AxdrWriter(2 * OCTETS_MAX);
        Axdr.encode(new CompactArray(description, List.of(whole)), packed);
        var empty = new AxdrWriter(OCTETS_MAX);
        Axdr.encode(new CompactArray(description, List.of()), empty);
        if (packed.overflowed() || empty.overflowed()) {
            return;
        }
        // An empty compact-array is its tag, the description and a length of 0; a full one has its contents at the
        // end.
        byte[] head = empty.toOctets();
        byte[] all = packed.toOctets();
        int contents = contents(all, head.length - 1);
        self.put(DESCRIPTION, Values.octets(Arrays.copyOfRange(head, 1, head.length - 1)));
        self.put(BUFFER, Values.octets(Arrays.copyOfRange(all, contents, all.length)));
    }

    /// One value; null-data for one that is too long, or whose elements differ so that no description fits it.
    private static CosemData captured(Instance self, CaptureObject column) {
        var out = new AxdrWriter(OCTETS_MAX);
        CapturedValue.write(self.device(), column, out);
        return !out.overflowed()
                        && Axdr.decode(out.toOctets()) instanceof Complete<CosemData>(CosemData data, int _)
                        && describe(data).describes(data)
                ? data
                : new NullData();
    }

    /// Where the contents begin behind their length field.
    private static int contents(byte[] octets, int lengthField) {
        int first = Byte.toUnsignedInt(octets[lengthField]);
        return lengthField + 1 + (first < 0x80 ? 0 : first & 0x7F);
    }

    /// The type of a value. An array whose elements differ has none, and what is described then does not fit it.
    static TypeDescription describe(CosemData data) {
        return switch (data) {
            case Structure(var elements) ->
                new TypeDescription.StructureOf(
                        elements.stream().map(CompactData::describe).toList());
            case Array(var elements) -> describeArray(elements);
            case CompactArray(var _, var elements) -> describeArray(elements);
            case CosemData simple -> new TypeDescription.Simple(Axdr.tag(simple));
        };
    }

    private static TypeDescription describeArray(List<CosemData> elements) {
        List<TypeDescription> types =
                elements.stream().map(CompactData::describe).distinct().toList();
        return switch (types.size()) {
            case 0 -> new TypeDescription.ArrayOf(0, new TypeDescription.Simple(0));
            case 1 -> new TypeDescription.ArrayOf(elements.size(), types.getFirst());
            default -> new TypeDescription.Simple(0);
        };
    }
}
