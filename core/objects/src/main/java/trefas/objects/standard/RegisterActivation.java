package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Which of its registers run, class 6 (dossier G4): masks name registers by their place in the assignment,
/// counted from 1, and one mask is active. Registers it does not list always run.
final class RegisterActivation implements Behaviour {

    private static final int ASSIGNMENT = 2;
    private static final int MASKS = 3;
    private static final int ACTIVE = 4;
    private static final int ADD_REGISTER = 1;
    private static final int ADD_MASK = 2;

    static final int REGISTERS_MAX = 64;
    static final int MASKS_MAX = 64;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return switch (attributeId) {
            case ASSIGNMENT -> take(self, ASSIGNMENT, value, REGISTERS_MAX);
            case MASKS -> take(self, MASKS, value, MASKS_MAX);
            default -> activate(self, value);
        };
    }

    private static DataAccessResult take(Instance self, int attributeId, CosemData value, int max) {
        if (Values.elements(value).size() > max) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    /// An unknown mask would stop every rate, so it is refused.
    private static DataAccessResult activate(Instance self, CosemData mask) {
        boolean isKnown = Values.elements(self.value(MASKS)).stream()
                .anyMatch(known -> Values.element(known, 0).equals(mask));
        if (!isKnown) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(ACTIVE, mask);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        return switch (methodId) {
            case ADD_REGISTER -> addRegister(self, parameter);
            case ADD_MASK -> addMask(self, parameter);
            default -> deleteMask(self, parameter);
        };
    }

    private static ActionResult addRegister(Instance self, CosemData register) {
        var assigned = new ArrayList<>(Values.elements(self.value(ASSIGNMENT)));
        if (assigned.contains(register)) {
            return ActionResult.SUCCESS;
        }
        assigned.add(register);
        return Values.actionResult(take(self, ASSIGNMENT, new Array(assigned), REGISTERS_MAX));
    }

    /// A mask of the same name is replaced.
    private static ActionResult addMask(Instance self, CosemData mask) {
        int registers = Values.elements(self.value(ASSIGNMENT)).size();
        boolean isWithin = Values.elements(Values.element(mask, 1)).stream()
                .mapToInt(Values::number)
                .allMatch(index -> index >= 1 && index <= registers);
        if (!isWithin) {
            return ActionResult.OTHER_REASON;
        }
        var masks = new ArrayList<>(Values.elements(self.value(MASKS)));
        masks.removeIf(known -> Values.element(known, 0).equals(Values.element(mask, 0)));
        masks.add(mask);
        return Values.actionResult(take(self, MASKS, new Array(masks), MASKS_MAX));
    }

    private static ActionResult deleteMask(Instance self, CosemData name) {
        var masks = new ArrayList<>(Values.elements(self.value(MASKS)));
        boolean isActive = self.value(ACTIVE).equals(name);
        if (isActive || !masks.removeIf(known -> Values.element(known, 0).equals(name))) {
            return ActionResult.OTHER_REASON;
        }
        self.put(MASKS, new Array(masks));
        return ActionResult.SUCCESS;
    }

    /// The listed registers that run under the active mask.
    static List<Obis> running(Instance self) {
        List<CosemData> assigned = Values.elements(self.value(ASSIGNMENT));
        return Values.elements(self.value(MASKS)).stream()
                .filter(mask -> Values.element(mask, 0).equals(self.value(ACTIVE)))
                .flatMap(mask -> Values.elements(Values.element(mask, 1)).stream())
                .mapToInt(index -> Values.number(index) - 1)
                .filter(index -> index >= 0 && index < assigned.size())
                .mapToObj(index -> Values.obis(Values.element(assigned.get(index), 1)))
                .flatMap(java.util.Optional::stream)
                .toList();
    }
}
