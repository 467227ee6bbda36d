package trefas.objects.standard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDate;
import trefas.cosem.CosemDateTime;
import trefas.cosem.CosemTime;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Seasons, weeks and days of tariff switching, class 20 (dossier F3). A season names a week, a week names a day
/// for each weekday, a day names scripts at times of day; a special day beats the week. The passive calendar
/// becomes the active one at its time or by method.
final class ActivityCalendar implements Behaviour {

    private static final int NAME = 2;
    private static final int SEASONS = 3;
    private static final int WEEKS = 4;
    private static final int DAYS = 5;
    private static final int TO_PASSIVE = 4;
    private static final int ACTIVATION = 10;

    /// Entries of any of its tables.
    static final int ENTRIES_MAX = 64;

    private static final int MONTHS = 12;

    private final Obis specialDays;

    ActivityCalendar(Obis specialDays) {
        this.specialDays = specialDays;
    }

    /// The active tables change by activation only; their rights say so as well.
    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        boolean isWithin = Values.elements(value).size() <= ENTRIES_MAX
                && Values.elements(value).stream()
                        .allMatch(entry ->
                                Values.elements(Values.element(entry, 1)).size() <= ENTRIES_MAX);
        if (!isWithin) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        activate(self);
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        if (isActivatedBetween(self, at - 1, at)) {
            activate(self);
        }
        LocalDateTime local = self.clock().local(at);
        for (CosemData action : dayActions(self, local.toLocalDate())) {
            Optional<CosemTime> time = CosemTime.of(Values.element(action, 0));
            if (time.isPresent()
                    && time.get().secondOfDay() == local.toLocalTime().toSecondOfDay()) {
                run(self, action);
            }
        }
    }

    /// What is valid now is switched again, once; a passive calendar whose time has passed meanwhile comes first.
    @Override
    public void resumed(Instance self, long after, long at) {
        if (isActivatedBetween(self, after, at)) {
            activate(self);
        } else {
            switchNow(self);
        }
    }

    private static boolean isActivatedBetween(Instance self, long after, long at) {
        return Values.time(self.value(ACTIVATION))
                .filter(CosemDateTime::isOnePoint)
                .map(time -> self.clock().point(time))
                .filter(activation -> activation > after && activation <= at)
                .isPresent();
    }

    private void activate(Instance self) {
        for (int attribute = NAME; attribute <= DAYS; attribute++) {
            self.put(attribute, self.value(attribute + TO_PASSIVE));
        }
        switchNow(self);
    }

    /// Runs the action that has been valid since its time today, or since the last one of an earlier day.
    private void switchNow(Instance self) {
        LocalDateTime local = self.clock().local(self.now());
        int second = local.toLocalTime().toSecondOfDay();
        latest(dayActions(self, local.toLocalDate()), second)
                .or(() -> latest(dayActions(self, local.toLocalDate().minusDays(1)), Integer.MAX_VALUE))
                .ifPresent(action -> run(self, action));
    }

    private static Optional<CosemData> latest(List<CosemData> actions, int untilSecond) {
        return actions.stream()
                .filter(action -> secondOfDay(action) <= untilSecond)
                .max(Comparator.comparingInt(ActivityCalendar::secondOfDay));
    }

    private static int secondOfDay(CosemData action) {
        return CosemTime.of(Values.element(action, 0))
                .map(CosemTime::secondOfDay)
                .orElse(Integer.MAX_VALUE);
    }

    private static void run(Instance self, CosemData action) {
        Values.obis(Values.element(action, 1))
                .ifPresent(table -> self.runScript(table, Values.number(Values.element(action, 2))));
    }

    /// The actions of a day, by special day, else by season, week and weekday.
    private List<CosemData> dayActions(Instance self, LocalDate on) {
        List<CosemData> days = Values.elements(self.value(DAYS));
        if (days.isEmpty()) {
            return List.of();
        }
        OptionalInt special = self.other(specialDays)
                .map(table -> SpecialDays.dayId(table, on))
                .orElse(OptionalInt.empty());
        OptionalInt dayId = special.isPresent() ? special : weekDayId(self, on);
        return days.stream()
                .filter(day -> dayId.isPresent() && Values.number(Values.element(day, 0)) == dayId.getAsInt())
                .findFirst()
                .map(day -> Values.elements(Values.element(day, 1)))
                .orElse(List.of());
    }

    private static OptionalInt weekDayId(Instance self, LocalDate on) {
        Optional<CosemData> season = season(self, on);
        if (season.isEmpty()) {
            return OptionalInt.empty();
        }
        CosemData weekName = Values.element(season.get(), 2);
        return Values.elements(self.value(WEEKS)).stream()
                .filter(week -> Values.element(week, 0).equals(weekName))
                .mapToInt(week ->
                        Values.number(Values.element(week, on.getDayOfWeek().getValue())))
                .findFirst();
    }

    /// The season that began last. Starts of every year come again: before the first of a year, the last one of
    /// the year before still holds.
    private static Optional<CosemData> season(Instance self, LocalDate on) {
        CosemData best = new CosemData.NullData();
        LocalDate bestStart = LocalDate.MIN;
        for (CosemData season : Values.elements(self.value(SEASONS))) {
            Optional<LocalDate> start = Values.time(Values.element(season, 1)).flatMap(time -> lastStart(time, on));
            if (start.isPresent() && !start.get().isBefore(bestStart)) {
                best = season;
                bestStart = start.get();
            }
        }
        return best instanceof CosemData.NullData ? Optional.empty() : Optional.of(best);
    }

    /// The last day up to and with `on` on which a season that starts like this began.
    private static Optional<LocalDate> lastStart(CosemDateTime start, LocalDate on) {
        var date = CosemDate.of(start);
        for (int year = on.getYear(); year >= on.getYear() - 1; year--) {
            if (date.year() != CosemDateTime.YEAR_NOT_SPECIFIED && date.year() != year) {
                continue;
            }
            Optional<LocalDate> day = dayIn(date, year);
            if (day.isPresent() && !day.get().isAfter(on)) {
                return day;
            }
        }
        boolean isLongAgo = date.isOneDay() && !date.bound(false).isAfter(on);
        return isLongAgo ? Optional.of(date.bound(false)) : Optional.empty();
    }

    private static Optional<LocalDate> dayIn(CosemDate date, int year) {
        int month = date.month() <= MONTHS ? date.month() : 1;
        for (LocalDate day = LocalDate.of(year, month, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (date.matches(day)) {
                return Optional.of(day);
            }
            if (date.month() <= MONTHS && day.getMonthValue() != month) {
                break;
            }
        }
        return Optional.empty();
    }
}
