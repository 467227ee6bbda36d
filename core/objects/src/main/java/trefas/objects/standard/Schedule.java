package trefas.objects.standard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDate;
import trefas.cosem.CosemTime;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Scripts by weekday and special day, class 10 (dossier F3). After time without supply, the last switching within
/// its validity window is made up for; 65 535 minutes means any.
final class Schedule implements Behaviour {

    private static final int ENTRIES = 2;
    private static final int ENABLE_DISABLE = 1;
    private static final int INSERT = 2;

    private static final int INDEX = 0;
    private static final int ENABLE = 1;
    private static final int SCRIPT_TABLE = 2;
    private static final int SELECTOR = 3;
    private static final int SWITCH_TIME = 4;
    private static final int VALIDITY = 5;
    private static final int WEEKDAYS = 6;
    private static final int SPECIAL_DAYS = 7;
    private static final int BEGIN = 8;
    private static final int END = 9;

    private static final int ANY_VALIDITY = 0xFFFF;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_DAY = 86_400;

    static final int ENTRIES_MAX = 64;

    private final Obis specialDays;

    Schedule(Obis specialDays) {
        this.specialDays = specialDays;
    }

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
        switch (methodId) {
            case ENABLE_DISABLE -> {
                enable(entries, parameter, 0, false);
                enable(entries, parameter, 2, true);
            }
            case INSERT -> {
                int index = Values.number(Values.element(parameter, INDEX));
                entries.removeIf(entry -> Values.number(Values.element(entry, INDEX)) == index);
                entries.add(parameter);
                entries.sort(Comparator.comparingInt(entry -> Values.number(Values.element(entry, INDEX))));
            }
            default -> {
                if (!entries.removeIf(entry -> isWithin(entry, parameter, 0))) {
                    return ActionResult.OTHER_REASON;
                }
            }
        }
        return Values.actionResult(write(self, ENTRIES, new Array(entries)));
    }

    private static void enable(List<CosemData> entries, CosemData ranges, int first, boolean isEnabled) {
        entries.replaceAll(entry -> {
            if (!isWithin(entry, ranges, first)) {
                return entry;
            }
            var fields = new ArrayList<>(Values.elements(entry));
            fields.set(ENABLE, new Bool(isEnabled));
            return new Structure(fields);
        });
    }

    /// A range from 0 to 0 is empty: entries count from 1.
    private static boolean isWithin(CosemData entry, CosemData ranges, int first) {
        int index = Values.number(Values.element(entry, INDEX));
        return index >= 1
                && index >= Values.number(Values.element(ranges, first))
                && index <= Values.number(Values.element(ranges, first + 1));
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        List<CosemData> entries = Values.elements(self.value(ENTRIES));
        if (entries.isEmpty()) {
            return;
        }
        LocalDateTime local = self.clock().local(at);
        for (CosemData entry : entries) {
            Optional<CosemTime> time = CosemTime.of(Values.element(entry, SWITCH_TIME));
            if (time.isPresent()
                    && time.get().matches(local.toLocalTime())
                    && runsOn(self, entry, local.toLocalDate())) {
                run(self, entry);
            }
        }
    }

    /// Of all switchings missed since `after`, the latest of each script table that is still valid.
    @Override
    public void resumed(Instance self, long after, long at) {
        LocalDateTime local = self.clock().local(at);
        Values.elements(self.value(ENTRIES)).stream()
                .filter(entry -> isMissed(self, entry, local, at - after))
                .sorted(Comparator.comparingInt(entry -> -secondsSince(entry, local)))
                .forEach(entry -> run(self, entry));
    }

    private boolean isMissed(Instance self, CosemData entry, LocalDateTime local, long missingSeconds) {
        int since = secondsSince(entry, local);
        int window = Values.number(Values.element(entry, VALIDITY));
        LocalDate day = since > local.toLocalTime().toSecondOfDay()
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        return since < missingSeconds
                && (window == ANY_VALIDITY || since <= window * SECONDS_PER_MINUTE)
                && runsOn(self, entry, day);
    }

    private static int secondsSince(CosemData entry, LocalDateTime local) {
        int switched = CosemTime.of(Values.element(entry, SWITCH_TIME))
                .map(CosemTime::secondOfDay)
                .orElse(0);
        return Math.floorMod(local.toLocalTime().toSecondOfDay() - switched, SECONDS_PER_DAY);
    }

    /// On a special day only entries whose bit for that day is set run; day_id 1 is the first bit.
    private boolean runsOn(Instance self, CosemData entry, LocalDate day) {
        if (!Values.element(entry, ENABLE).equals(new Bool(true)) || !isBetween(entry, day)) {
            return false;
        }
        OptionalInt special = self.other(specialDays)
                .map(table -> SpecialDays.dayId(table, day))
                .orElse(OptionalInt.empty());
        return special.isPresent()
                ? Values.bit(Values.element(entry, SPECIAL_DAYS), special.getAsInt() - 1)
                : Values.bit(Values.element(entry, WEEKDAYS), day.getDayOfWeek().getValue() - 1);
    }

    private static boolean isBetween(CosemData entry, LocalDate day) {
        Optional<CosemDate> begin = CosemDate.of(Values.element(entry, BEGIN));
        Optional<CosemDate> end = CosemDate.of(Values.element(entry, END));
        return begin.isPresent()
                && end.isPresent()
                && !day.isBefore(begin.get().bound(false))
                && !day.isAfter(end.get().bound(true));
    }

    private static void run(Instance self, CosemData entry) {
        Values.obis(Values.element(entry, SCRIPT_TABLE))
                .ifPresent(table -> self.runScript(table, Values.number(Values.element(entry, SELECTOR))));
    }
}
