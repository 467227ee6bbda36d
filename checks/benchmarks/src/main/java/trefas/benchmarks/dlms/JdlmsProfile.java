package trefas.benchmarks.dlms;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.openmuc.jdlms.AttributeAccessMode;
import org.openmuc.jdlms.CosemAttribute;
import org.openmuc.jdlms.CosemClass;
import org.openmuc.jdlms.CosemInterfaceObject;
import org.openmuc.jdlms.SelectiveAccessDescription;
import org.openmuc.jdlms.datatypes.DataObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded;

/// A load profile as jDLMS wants one described; ranges are cut by index, which is as fast as a user could make it.
@NullUnmarked
@CosemClass(id = 7, version = 1)
public final class JdlmsProfile extends CosemInterfaceObject {

    private static final int BY_RANGE = 1;

    private final List<DataObject> rows;

    @CosemAttribute(
            id = 2,
            type = DataObject.Type.ARRAY,
            accessMode = AttributeAccessMode.READ_ONLY,
            selector = {BY_RANGE})
    private final DataObject buffer;

    JdlmsProfile(List<DataObject> rows) {
        super(PeerProfile.PROFILE);
        this.rows = rows;
        this.buffer = DataObject.newArrayData(rows);
    }

    public DataObject getBuffer(SelectiveAccessDescription selection) {
        if (selection == null) {
            return buffer;
        }
        List<DataObject> range = selection.getAccessParameter().getValue();
        return DataObject.newArrayData(rows.subList(rowOf(range.get(1)), rowOf(range.get(2)) + 1));
    }

    private static int rowOf(DataObject time) {
        byte[] octets = time.getValue();
        var decoded = CosemDateTime.of(new CosemData.OctetString(CosemData.Octets.of(octets)));
        if (decoded instanceof Decoded.Complete<CosemDateTime>(CosemDateTime at, int _)) {
            return PeerProfile.rowOf(
                    LocalDateTime.of(at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second()));
        }
        throw new IllegalArgumentException("no date-time");
    }
}
