package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;

/// A port setup, classes 23 and 41 (dossier F7): kept, and used by the shell from the next connection on, so that
/// the answer still goes out as the question came in.
final class PortBehaviour implements Behaviour {

    /// Says whether a value may be set.
    interface Check {
        boolean allows(int attributeId, CosemData value);
    }

    private final Check check;

    PortBehaviour(Check check) {
        this.check = check;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (!check.allows(attributeId, value)) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    /// IEC HDLC setup: speeds 0 to 9, windows 1 to 7, information fields 32 to 2030, addresses up to 16 381.
    static final Check HDLC = (attributeId, value) -> switch (attributeId) {
        case 2 -> Values.number(value) <= 9;
        case 3, 4 -> Values.number(value) >= 1 && Values.number(value) <= 7;
        case 5, 6 -> Values.number(value) >= 32 && Values.number(value) <= 2030;
        case 7 -> Values.number(value) >= 20 && Values.number(value) <= 6000;
        case 9 -> Values.number(value) >= 0x10 && Values.number(value) <= 0x3FFD;
        default -> true;
    };

    /// TCP-UDP setup: at least one connection.
    static final Check TCP = (attributeId, value) -> attributeId != 5 || Values.number(value) >= 1;
}
