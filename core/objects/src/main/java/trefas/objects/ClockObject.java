package trefas.objects;

import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemDateTime;
import trefas.device.Meter;
import trefas.device.clock.MeterClock;
import trefas.objects.MeterObject.Attribute;

/// The clock, class 8 (dossier 7, 20): local time, deviation not specified, status with the summer-time bit.
final class ClockObject {

    private static final int SUMMER_TIME_MINUTES = 60;
    private static final int INTERNAL_CRYSTAL = 1;
    private static final int MARCH = 3;
    private static final int OCTOBER = 10;
    private static final int SUNDAY = 7;

    /// The EU changes at 01:00 UTC.
    private static final int CHANGE_HOUR_UTC = 1;

    private static final int HOURS_PER_DAY = 24;

    static final List<Attribute> ATTRIBUTES = List.of(
            MeterObject.whole((meter, out) -> writeTime(meter.clock(), meter.now(), out)),
            MeterObject.HIDDEN,
            MeterObject.whole((meter, out) -> out.unsigned(status(meter.clock(), meter.now()))),
            MeterObject.whole((meter, out) -> change(meter, MARCH, 0).write(out)),
            MeterObject.whole((meter, out) -> change(meter, OCTOBER, 1).write(out)),
            MeterObject.whole((_, out) -> out.integer(SUMMER_TIME_MINUTES)),
            MeterObject.whole((meter, out) -> out.bool(meter.clock().daylightSaving())),
            MeterObject.whole((_, out) -> out.enumerated(INTERNAL_CRYSTAL)));

    private ClockObject() {}

    /// Appends an instant as every stamp of this meter is sent.
    static void writeTime(MeterClock clock, long epochSecond, AxdrWriter out) {
        CosemDateTime.of(clock.local(epochSecond), CosemDateTime.DEVIATION_NOT_SPECIFIED, status(clock, epochSecond))
                .write(out);
    }

    private static int status(MeterClock clock, long epochSecond) {
        return clock.isSummerTime(epochSecond) ? ClockStatus.DAYLIGHT_SAVING_ACTIVE.mask() : 0;
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
