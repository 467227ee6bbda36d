package trefas.objects.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.OptionalInt;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemDate;
import trefas.cosem.DataAccessResult;

/// Days that are not like their weekday, class 11 (dossier F3).
final class SpecialDays implements Behaviour {

    private static final int ENTRIES = 2;
    private static final int INSERT = 1;

    static final int ENTRIES_MAX = 128;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (Values.elements(value).size() > ENTRIES_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        var entries = new ArrayList<>(Values.elements(self.value(ENTRIES)));
        int index = Values.number(methodId == INSERT ? Values.element(parameter, 0) : parameter);
        boolean wasThere = entries.removeIf(entry -> Values.number(Values.element(entry, 0)) == index);
        if (methodId == INSERT) {
            entries.add(parameter);
            entries.sort(Comparator.comparingInt(entry -> Values.number(Values.element(entry, 0))));
        } else if (!wasThere) {
            return ActionResult.OTHER_REASON;
        }
        return Values.actionResult(write(self, ENTRIES, new Array(entries)));
    }

    /// The day_id of a day the table names, by the first entry that fits.
    static OptionalInt dayId(Instance self, LocalDate on) {
        for (CosemData entry : Values.elements(self.value(ENTRIES))) {
            if (CosemDate.of(Values.element(entry, 1))
                    .filter(date -> date.matches(on))
                    .isPresent()) {
                return OptionalInt.of(Values.number(Values.element(entry, 2)));
            }
        }
        return OptionalInt.empty();
    }
}
