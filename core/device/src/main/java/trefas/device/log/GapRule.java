package trefas.device.log;

/// What a logger does about moments that passed without it (dossier 10.1; decision 0039).
///
/// @param rowsMadeUpMax most rows made up for one gap; a longer one stays a gap
/// @param closesAGap whether a gap that stays, also that of an empty logger, gets one row for its last moment
/// @param notAgainWithinSeconds a moment that has its row gets no second one when the clock goes back behind it by so
///     much or less
public record GapRule(int rowsMadeUpMax, boolean closesAGap, long notAgainWithinSeconds) {

    private static final int SECONDS_PER_DAY = 86_400;

    /// Rows on a short grid: fewer than 3 024 are made up (successor, OMNIA p32; WELMEC 11.2), and after the clock
    /// went back times come a second time.
    public static final GapRule GRID = new GapRule(LoadProfile.FILLED_ROWS_BELOW - 1, false, 0);

    /// A row each day, week or month: made up like those of a grid, but none twice for a corrected clock.
    public static final GapRule DAYS = new GapRule(LoadProfile.FILLED_ROWS_BELOW - 1, false, SECONDS_PER_DAY);

    /// Debiting stops: at most 12 made up, so that two thirds of the logger stay real, and none left out altogether,
    /// because somebody pays for what lies between them.
    public static final GapRule DEBITING = new GapRule(12, true, SECONDS_PER_DAY);
}
