package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Protection;
import trefas.cosem.Requester;

/// What a push sends: a structure of the listed values in their order (dossier F8). A value the client of the push
/// may not read, that is not there or too long, is null-data.
final class PushBody {

    /// Octets one value of a push may have at most.
    static final int VALUE_OCTETS_MAX = 8_000;

    private static final int CIPHERED_CONTEXT = 3;
    private static final int GMAC = 5;
    private static final int OCTETS_MAX = 0xFFFF;
    private static final Protection FULL = new Protection(true, true, true);

    private PushBody() {}

    static CosemData of(Instance self, List<PushObject> objects) {
        // A push is sealed as the policy and the push setup ask; what its client may read, it may be sent.
        var client = new Requester(
                PushTarget.of(self).clientSap(),
                ClientRole.SERVER_SAP,
                CIPHERED_CONTEXT,
                GMAC,
                0,
                OCTETS_MAX,
                OCTETS_MAX,
                FULL);
        var values = new ArrayList<CosemData>(objects.size());
        for (PushObject object : objects) {
            values.add(value(self.device(), client, object));
        }
        return new Structure(values);
    }

    private static CosemData value(StandardDevice device, Requester client, PushObject object) {
        var out = new AxdrWriter(VALUE_OCTETS_MAX);
        var attribute = new AttributeDescriptor(
                object.what().classId(),
                object.what().logicalName(),
                object.what().attributeIndex());
        DataAccessResult result = device.get(client, attribute, object.selection(), out);
        if (result != DataAccessResult.SUCCESS
                || out.overflowed()
                || !(Axdr.decode(out.toOctets()) instanceof Complete<CosemData>(CosemData value, int _))) {
            return new NullData();
        }
        int part = object.what().dataIndex();
        return part == 0 ? value : Values.element(value, part - 1);
    }
}
