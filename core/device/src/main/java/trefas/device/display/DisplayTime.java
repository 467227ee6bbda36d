package trefas.device.display;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A time and its date in the value field: HH:MM:SS and YYYY:MM:DD, which take turns each second with the texts TIME
/// and DATE (dossier 6.1).
///
/// @param time empty for a moment that has not been yet
record DisplayTime(Function<Displayed, Optional<LocalDateTime>> time) implements DisplayValue {

    /// What an empty time stamp shows (dossier 4.4).
    private static final String NO_TIME = "00:00:00";

    private static final String NO_DATE = "0000:01:01";

    /// The time on the wall.
    static DisplayTime now() {
        return new DisplayTime(meter -> Optional.of(meter.clock().local(meter.now())));
    }

    /// A time stamp, which is in normal time (dossier 4.4).
    ///
    /// @param seconds since 1970-01-01T00:00:00Z, 0 for none
    static DisplayTime stamp(ToLongFunction<Displayed> seconds) {
        return new DisplayTime(meter -> {
            long at = seconds.applyAsLong(meter);
            return at == 0 ? Optional.empty() : Optional.of(meter.clock().normal(at));
        });
    }

    @Override
    public String text(Displayed meter) {
        boolean isTime = Math.floorMod(meter.now(), 2) == 0;
        return time.apply(meter)
                .map(at -> isTime ? timeOf(at) : joined(at.getYear(), at.getMonthValue(), at.getDayOfMonth()))
                .orElse(isTime ? NO_TIME : NO_DATE);
    }

    /// Both halves.
    @Override
    public String spoken(Displayed meter) {
        return time.apply(meter).map(at -> timeOf(at) + " " + at.toLocalDate()).orElse("none yet");
    }

    static String timeOf(LocalDateTime at) {
        return joined(at.getHour(), at.getMinute(), at.getSecond());
    }

    private static String joined(int first, int second, int third) {
        return DisplayValues.padded(first, 2) + ":" + DisplayValues.padded(second, 2) + ":"
                + DisplayValues.padded(third, 2);
    }
}
