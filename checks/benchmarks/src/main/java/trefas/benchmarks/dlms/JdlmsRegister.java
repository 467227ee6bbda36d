package trefas.benchmarks.dlms;

import org.jspecify.annotations.NullUnmarked;
import org.openmuc.jdlms.AttributeAccessMode;
import org.openmuc.jdlms.CosemAttribute;
import org.openmuc.jdlms.CosemClass;
import org.openmuc.jdlms.CosemInterfaceObject;
import org.openmuc.jdlms.datatypes.DataObject;

/// A register as jDLMS wants one described. Its server looks at fields and getters by reflection.
@NullUnmarked
@CosemClass(id = 3)
public final class JdlmsRegister extends CosemInterfaceObject {

    @CosemAttribute(id = 2, type = DataObject.Type.DOUBLE_LONG_UNSIGNED, accessMode = AttributeAccessMode.READ_ONLY)
    private final DataObject value = DataObject.newUInteger32Data(PeerProfile.REGISTER_VALUE);

    JdlmsRegister() {
        super(PeerProfile.REGISTER);
    }

    public DataObject getValue() {
        return value;
    }
}
