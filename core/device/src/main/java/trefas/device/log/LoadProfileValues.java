package trefas.device.log;

import java.util.Optional;
import trefas.device.register.EnergyFormat;

/// How a load profile is read out (configuration number Z27). Rows are always kept absolute.
public enum LoadProfileValues {
    ABSOLUTE(1, "absolute values"),
    /// Each row less the row before.
    DELTA(2, "delta values");

    private final int code;
    private final String words;

    LoadProfileValues(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z27 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }

    public static Optional<LoadProfileValues> ofCode(int code) {
        for (LoadProfileValues values : values()) {
            if (values.code == code) {
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    /// A row as it is read out.
    ///
    /// @param before the row before it in the ring; empty for the oldest
    public ProfileEntry readOut(ProfileEntry entry, Optional<ProfileEntry> before, EnergyFormat format) {
        return switch (this) {
            case ABSOLUTE -> entry;
            case DELTA -> difference(entry, before, format.rollOver());
        };
    }

    /// A register that started again at zero in between has gone all the way round. A row with nothing before it shows
    /// 0 and says so (dossier 10.1, our choice).
    private static ProfileEntry difference(ProfileEntry entry, Optional<ProfileEntry> before, long rollOver) {
        boolean follows = before.isPresent()
                && before.get().logId() + 1 == entry.logId()
                && before.get().readingCount() == entry.readingCount();
        long[] differences = new long[entry.readingCount()];
        if (follows) {
            for (int column = 0; column < differences.length; column++) {
                differences[column] =
                        Math.floorMod(entry.reading(column) - before.get().reading(column), rollOver);
            }
        }
        int status = entry.loggerStatus() | (follows ? 0 : LoggerStatus.TIME_DISCONTINUITY.mask());
        return new ProfileEntry(entry.logId(), entry.capturedAt(), status, entry.dataQuality(), differences);
    }
}
