package trefas.objects.standard;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDate;
import trefas.cosem.CosemDateTime;
import trefas.cosem.CosemTime;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// One script at certain times, class 22 (dossier F3). What falls into an hour the clock skips, or into time
/// without supply, is not made up for (decision 0020).
///
/// | type | entries | times     | wildcards in dates |
/// |------|---------|-----------|--------------------|
/// | 1    | one     |           | yes                |
/// | 2    | several | the same  | no                 |
/// | 3    | several | the same  | yes                |
/// | 4    | several | any       | no                 |
/// | 5    | several | any       | yes                |
final class SingleActionSchedule implements Behaviour {

    private static final int SCRIPT = 2;
    private static final int TYPE = 3;
    private static final int TIMES = 4;

    private static final int ONE_ENTRY = 1;
    private static final int SAME_TIME = 2;
    private static final int SAME_TIME_WILDCARDS = 3;
    private static final int ANY_TIME = 4;

    static final int TIMES_MAX = 64;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == TIMES && !isAllowed((int) self.number(TYPE), Values.elements(value))) {
            return DataAccessResult.OTHER_REASON;
        }
        if (attributeId == TYPE && !isAllowed(Values.number(value), Values.elements(self.value(TIMES)))) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    /// Whether a type may have these times.
    static boolean isAllowed(int type, List<CosemData> times) {
        boolean areSame =
                times.stream().map(entry -> Values.element(entry, 0)).distinct().count() <= 1;
        boolean haveNoWildcards = times.stream()
                .allMatch(entry -> CosemDate.of(Values.element(entry, 1))
                        .map(CosemDate::isOneDay)
                        .orElse(false));
        return times.size() <= TIMES_MAX
                && switch (type) {
                    case ONE_ENTRY -> times.size() <= 1;
                    case SAME_TIME -> areSame && haveNoWildcards;
                    case SAME_TIME_WILDCARDS -> areSame;
                    case ANY_TIME -> haveNoWildcards;
                    default -> true;
                };
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        List<CosemData> times = Values.elements(self.value(TIMES));
        if (times.isEmpty()) {
            return;
        }
        LocalDateTime local = self.clock().local(at);
        for (CosemData entry : times) {
            Optional<CosemTime> time = CosemTime.of(Values.element(entry, 0));
            Optional<CosemDate> date = CosemDate.of(Values.element(entry, 1));
            if (time.isPresent()
                    && time.get().matches(local.toLocalTime())
                    && date.isPresent()
                    && date.get().matches(local.toLocalDate())) {
                run(self);
                return;
            }
        }
    }

    private static void run(Instance self) {
        CosemData script = self.value(SCRIPT);
        Optional<Obis> table = Values.obis(Values.element(script, 0));
        table.ifPresent(name -> self.runScript(name, Values.number(Values.element(script, 1))));
    }

    /// A time that never comes.
    static CosemData never() {
        int open = CosemDateTime.NOT_SPECIFIED;
        return Values.structure(new CosemTime(open, open, open, open).octetString(), CosemDate.ANY.octetString());
    }
}
