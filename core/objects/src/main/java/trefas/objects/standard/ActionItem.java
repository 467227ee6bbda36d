package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.quantity.Obis;

/// A script to be executed (action_item, IEC 62056-6-2).
///
/// @param selector which script of the table; 0 for none
public record ActionItem(Obis scriptTable, int selector) {

    public static final ActionItem NONE = new ActionItem(new Obis(0, 0, 0, 0, 0, 0), 0);

    /// Empty when it is not a structure of 6 octets and a long-unsigned.
    static Optional<ActionItem> of(CosemData data) {
        return data instanceof Structure(var fields)
                        && fields.size() == 2
                        && fields.get(0) instanceof OctetString(var name)
                        && name.length() == 6
                        && fields.get(1) instanceof LongUnsigned(int selector)
                ? Optional.of(new ActionItem(Names.of(name), selector))
                : Optional.empty();
    }

    public boolean isNone() {
        return selector == 0;
    }

    void write(AxdrWriter out) {
        out.structure(2).octetString(scriptTable).longUnsigned(selector);
    }
}
