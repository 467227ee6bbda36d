package trefas.objects;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.device.Meter;
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.MeterClock;

/// The clock, class 8 (dossier 7, 20): local time, deviation not specified, status with the
/// summer-time bit. How it is set: decision 0022.
final class ClockObject {

    private static final int SUMMER_TIME_MINUTES = 60;
    private static final int INTERNAL_CRYSTAL = 1;
    private static final int MARCH = 3;
    private static final int OCTOBER = 10;
    private static final int SUNDAY = 7;

    /// The EU changes at 01:00 UTC.
    private static final int CHANGE_HOUR_UTC = 1;

    private static final int HOURS_PER_DAY = 24;

    /// Furthest that one shift goes (shift_time, IEC 62056-6-2), s.
    private static final int SHIFT_MAX = 900;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_QUARTER = 900;

    /// "An empty one shows 00 00 01 01" (dossier 4.4): the year 0, 1 January, midnight.
    private static final CosemDateTime EMPTY_STAMP = new CosemDateTime(
            0,
            1,
            1,
            CosemDateTime.NOT_SPECIFIED,
            0,
            0,
            0,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.DEVIATION_NOT_SPECIFIED,
            0);

    static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.whole((meter, out) -> writeTime(meter.clock(), meter.now(), out))
                    .writable(ClockObject::set),
            Attribute.HIDDEN,
            Attribute.whole((meter, out) -> out.unsigned(status(meter.clock(), meter.now()))),
            Attribute.whole((meter, out) -> begin(meter).write(out)),
            Attribute.whole((meter, out) -> end(meter).write(out)),
            Attribute.whole((_, out) -> out.integer(SUMMER_TIME_MINUTES)),
            Attribute.whole((meter, out) -> out.bool(meter.clock().daylightSaving()))
                    .writable(ClockObject::setDaylightSaving),
            Attribute.whole((_, out) -> out.enumerated(INTERNAL_CRYSTAL)));

    /// DaylightSavingConfig 1-1:96.52.11: what attribute 8 says, as a number (dossier 9).
    static final Attribute DAYLIGHT_SAVING_CONFIG = Attribute.whole(
                    (meter, out) -> out.unsigned(meter.clock().daylightSaving() ? 1 : 0))
            .writable(NumberSetting.unsigned(ClockObject::setDaylightSavingConfig));

    static final List<Method> METHODS = List.of(
            Method.plain(question -> adjust(question, SECONDS_PER_QUARTER)),
            Method.plain(question ->
                    adjust(question, question.meter().settings().capturePeriod().seconds())),
            Method.plain(question -> adjust(question, SECONDS_PER_MINUTE)),
            Method.NONE,
            Method.NONE,
            ClockObject::shift);

    private ClockObject() {}

    private static DataAccessResult set(Question question, CosemData value) {
        if (!(CosemDateTime.of(value) instanceof Decoded.Complete<CosemDateTime>(CosemDateTime time, int _))) {
            boolean isTime = value instanceof CosemData.DateTime
                    || (value instanceof CosemData.OctetString(CosemData.Octets octets)
                            && octets.length() == CosemDateTime.OCTETS);
            return isTime ? DataAccessResult.OTHER_REASON : DataAccessResult.TYPE_UNMATCHED;
        }
        Meter meter = question.meter();
        OptionalLong second = ClockSetting.epochSecond(time, meter.clock());
        if (second.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        meter.setClock(second.getAsLong(), question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    private static DataAccessResult setDaylightSaving(Question question, CosemData value) {
        if (!(value instanceof CosemData.Bool(boolean kept))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        question.meter().setDaylightSaving(kept, question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    private static DataAccessResult setDaylightSavingConfig(Question question, long kept) {
        if (kept != 0 && kept != 1) {
            return DataAccessResult.OTHER_REASON;
        }
        question.meter().setDaylightSaving(kept == 1, question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    /// To the nearest multiple of so many seconds; the middle goes up.
    private static void adjust(Question question, int seconds) {
        Meter meter = question.meter();
        long nearest = Math.floorDiv(meter.now() + seconds / 2, seconds) * seconds;
        if (nearest != meter.now() && MeterClock.isSettable(nearest)) {
            meter.setClock(nearest, question.device().effects());
        }
    }

    private static ActionResult shift(Question question, Optional<CosemData> parameters) {
        if (!(parameters.isPresent() && parameters.get() instanceof CosemData.Int16(int seconds))) {
            return ActionResult.TYPE_UNMATCHED;
        }
        Meter meter = question.meter();
        long second = meter.now() + seconds;
        if (Math.abs(seconds) > SHIFT_MAX || !MeterClock.isSettable(second)) {
            return ActionResult.OTHER_REASON;
        }
        meter.setClock(second, question.device().effects());
        return ActionResult.SUCCESS;
    }

    /// Appends an instant as every stamp of this meter is sent.
    static void writeTime(MeterClock clock, long epochSecond, AxdrWriter out) {
        boolean isSummerTime = clock.isSummerTime(epochSecond);
        CosemDateTime.of(
                        clock.local(epochSecond, isSummerTime),
                        CosemDateTime.DEVIATION_NOT_SPECIFIED,
                        status(isSummerTime))
                .write(out);
    }

    /// Appends the stamp of a peak: normal time all year (dossier 4.4), or the empty stamp.
    ///
    /// @param epochSecond 0 when nothing has been captured yet
    static void writeStamp(MeterClock clock, long epochSecond, AxdrWriter out) {
        if (epochSecond == 0) {
            EMPTY_STAMP.write(out);
            return;
        }
        CosemDateTime.of(clock.normal(epochSecond), CosemDateTime.DEVIATION_NOT_SPECIFIED, status(false))
                .write(out);
    }

    private static int status(MeterClock clock, long epochSecond) {
        return status(clock.isSummerTime(epochSecond));
    }

    private static int status(boolean isSummerTime) {
        return isSummerTime ? ClockStatus.DAYLIGHT_SAVING_ACTIVE.mask() : 0;
    }

    /// When summer time begins, by the wall before it does: the day of every year, or of the span that runs or comes.
    private static CosemDateTime begin(Meter meter) {
        return switch (meter.configuration().clock().plan()) {
            case DaylightSavingPlan.Rule _ -> change(meter, MARCH, 0);
            case DaylightSavingPlan.Dates dates ->
                change(meter, span(meter, dates).beginDay(), 0);
        };
    }

    /// When it ends, by the wall before it does.
    private static CosemDateTime end(Meter meter) {
        return switch (meter.configuration().clock().plan()) {
            case DaylightSavingPlan.Rule _ -> change(meter, OCTOBER, 1);
            case DaylightSavingPlan.Dates dates ->
                change(meter, span(meter, dates).endDay(), 1);
        };
    }

    private static DaylightSavingPlan.Span span(Meter meter, DaylightSavingPlan.Dates dates) {
        return dates.spanAt(MeterClock.steadyDay(meter.now()));
    }

    private static CosemDateTime change(Meter meter, long day, int summerHours) {
        return CosemDateTime.of(
                LocalDate.ofEpochDay(day)
                        .atTime(CHANGE_HOUR_UTC, 0)
                        .plusHours((long) meter.clock().zoneHours() + summerHours),
                CosemDateTime.DEVIATION_NOT_SPECIFIED,
                status(summerHours != 0));
    }

    /// The last Sunday of a month, at the wall-clock hour before the change.
    private static CosemDateTime change(Meter meter, int month, int summerHours) {
        int hour = Math.floorMod(CHANGE_HOUR_UTC + meter.clock().zoneHours() + summerHours, HOURS_PER_DAY);
        return new CosemDateTime(
                CosemDateTime.YEAR_NOT_SPECIFIED,
                month,
                CosemDateTime.LAST_DAY,
                SUNDAY,
                hour,
                0,
                0,
                0,
                CosemDateTime.DEVIATION_NOT_SPECIFIED,
                0);
    }
}
