package trefas.objects.standard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemDate;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DeviationSign;

/// From seconds to the time on the wall and back, by the attributes of a Clock object (class 8, dossier F3): zone,
/// two wildcard date-times between which daylight saving holds, and by how much.
///
/// @param deviationMinutes of normal time, UTC minus local: -60 for Central European Time
/// @param begin of daylight saving, in normal local time
/// @param end of daylight saving, in daylight saving time
/// @param savingMinutes what daylight saving adds to normal time
/// @param isSaving whether daylight saving is kept at all
/// @param sign which way deviations are sent
public record WallClock(
        int deviationMinutes,
        CosemDateTime begin,
        CosemDateTime end,
        int savingMinutes,
        boolean isSaving,
        DeviationSign sign) {

    private static final long SECONDS_PER_MINUTE = 60;
    private static final int DEVIATION_MIN = -720;
    private static final int DEVIATION_MAX = 840;

    /// The time on the wall.
    public LocalDateTime local(long epochSecond) {
        long minutes = savingNow(epochSecond) - (long) deviationMinutes;
        return LocalDateTime.ofEpochSecond(epochSecond + minutes * SECONDS_PER_MINUTE, 0, ZoneOffset.UTC);
    }

    /// True while daylight saving holds.
    public boolean isDaylightSaving(long epochSecond) {
        return savingNow(epochSecond) != 0;
    }

    /// The second at which the wall shows this time first. A time that is left out means that much later.
    public long epochSecond(LocalDateTime local) {
        long asNormal = asNormal(local);
        long asSaving = asNormal - savingMinutes * SECONDS_PER_MINUTE;
        return isDaylightSaving(asSaving) ? asSaving : asNormal;
    }

    /// The second at which the wall shows this time last. A time that is left out means that much earlier.
    public long lastEpochSecond(LocalDateTime local) {
        long asNormal = asNormal(local);
        return isDaylightSaving(asNormal) ? asNormal - savingMinutes * SECONDS_PER_MINUTE : asNormal;
    }

    /// A stamp as every date-time of this meter is sent: local time, deviation, daylight saving in the status.
    ///
    /// @param statusBits further bits of [ClockStatus]
    public CosemDateTime stamp(long epochSecond, int statusBits) {
        long saving = savingNow(epochSecond);
        long deviation = deviationMinutes - saving;
        int sent = sign.applyTo((int) deviation);
        return CosemDateTime.of(
                local(epochSecond),
                sent < DEVIATION_MIN || sent > DEVIATION_MAX ? CosemDateTime.DEVIATION_NOT_SPECIFIED : sent,
                statusBits | (saving == 0 ? 0 : ClockStatus.DAYLIGHT_SAVING_ACTIVE.mask()));
    }

    /// The first second a date-time a client sent can mean.
    public long earliest(CosemDateTime sent) {
        return received(sent).earliestSeconds(this::epochSecond);
    }

    /// The last second a date-time a client sent can mean.
    public long latest(CosemDateTime sent) {
        return received(sent).latestSeconds(this::lastEpochSecond);
    }

    /// The second a client means who names one point of time. Without a deviation, the status says which pass of
    /// an hour that occurs twice is meant.
    public long point(CosemDateTime sent) {
        return ClockStatus.DAYLIGHT_SAVING_ACTIVE.isSetIn(sent.status())
                        || sent.deviationMinutes() != CosemDateTime.DEVIATION_NOT_SPECIFIED
                        || sent.status() == CosemDateTime.STATUS_NOT_SPECIFIED
                ? earliest(sent)
                : latestUnlessLeftOut(sent);
    }

    private long latestUnlessLeftOut(CosemDateTime sent) {
        long first = earliest(sent);
        long last = latest(sent);
        return last < first ? first : last;
    }

    /// A client's date-time with its deviation turned the Blue Book's way.
    private CosemDateTime received(CosemDateTime sent) {
        int deviation = sign.applyTo(sent.deviationMinutes());
        if (deviation == sent.deviationMinutes()) {
            return sent;
        }
        return new CosemDateTime(
                sent.year(),
                sent.month(),
                sent.day(),
                sent.weekday(),
                sent.hour(),
                sent.minute(),
                sent.second(),
                sent.hundredths(),
                Math.clamp(deviation, DEVIATION_MIN, DEVIATION_MAX),
                sent.status());
    }

    private long asNormal(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC) + deviationMinutes * SECONDS_PER_MINUTE;
    }

    /// Minutes daylight saving adds at this second.
    private long savingNow(long epochSecond) {
        if (!isSaving || savingMinutes == 0) {
            return 0;
        }
        LocalDateTime normal =
                LocalDateTime.ofEpochSecond(epochSecond - deviationMinutes * SECONDS_PER_MINUTE, 0, ZoneOffset.UTC);
        LocalDateTime from = change(begin, normal.getYear());
        LocalDateTime to = change(end, normal.getYear()).minusMinutes(savingMinutes);
        boolean isBetween = from.isBefore(to)
                ? !normal.isBefore(from) && normal.isBefore(to)
                : !normal.isBefore(from) || normal.isBefore(to);
        return isBetween ? savingMinutes : 0;
    }

    /// The first day of a year a wildcard date-time means, at its time of day.
    private static LocalDateTime change(CosemDateTime rule, int year) {
        var date = CosemDate.of(rule);
        boolean isOtherYear = rule.year() != CosemDateTime.YEAR_NOT_SPECIFIED && rule.year() != year;
        int month = month(rule);
        LocalDate day = LocalDate.of(year, month, 1);
        if (!isOtherYear) {
            for (LocalDate at = day; at.getMonthValue() == month; at = at.plusDays(1)) {
                if (date.matches(at)) {
                    day = at;
                    break;
                }
            }
        }
        return day.atTime(zeroIfOpen(rule.hour()), zeroIfOpen(rule.minute()), zeroIfOpen(rule.second()));
    }

    private static int month(CosemDateTime rule) {
        return switch (rule.month()) {
            case CosemDateTime.DAYLIGHT_SAVING_BEGIN -> 3;
            case CosemDateTime.DAYLIGHT_SAVING_END -> 10;
            case CosemDateTime.NOT_SPECIFIED -> 1;
            default -> rule.month();
        };
    }

    private static int zeroIfOpen(int field) {
        return field == CosemDateTime.NOT_SPECIFIED ? 0 : field;
    }
}
