package trefas.metrology.event;

import java.util.Optional;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.metrology.VoltageEvent.Swell;

/// The cells in which EN 50160 counts dips by residual voltage and duration, and swells by height and duration.
///
/// | residual u, % | up to 0.2 s | 0.5 s | 1 s | 5 s | 60 s |
/// |---------------|-------------|-------|-----|-----|------|
/// | 90 > u >= 80  | A1          | A2    | A3  | A4  | A5   |
/// | 80 > u >= 70  | B1          | B2    | B3  | B4  | B5   |
/// | 70 > u >= 40  | C1          | C2    | C3  | C4  | C5   |
/// | 40 > u >= 5   | D1          | D2    | D3  | D4  | D5   |
/// | 5 > u         | X1          | X2    | X3  | X4  | X5   |
///
/// | height u, %   | up to 0.5 s | 5 s   | 60 s |
/// |---------------|-------------|-------|------|
/// | u >= 120      | S1          | S2    | S3   |
/// | 120 > u > 110 | T1          | T2    | T3   |
public enum EventCell {
    A1,
    A2,
    A3,
    A4,
    A5,
    B1,
    B2,
    B3,
    B4,
    B5,
    C1,
    C2,
    C3,
    C4,
    C5,
    D1,
    D2,
    D3,
    D4,
    D5,
    X1,
    X2,
    X3,
    X4,
    X5,
    S1,
    S2,
    S3,
    T1,
    T2,
    T3;

    /// Longest event that has a cell, s; what lasts longer is a matter of voltage variations.
    public static final double SECONDS_MAX = 60;

    /// Durations are sums of half cycles in binary fractions: ten cycles may come out a hair above 0.2 s and still
    /// are 0.2 s.
    private static final double ROUNDING_SECONDS = 1e-6;

    private static final double[] DIP_SECONDS = {0.2, 0.5, 1, 5, SECONDS_MAX};
    private static final double[] SWELL_SECONDS = {0.5, 5, SECONDS_MAX};

    /// The cell of an event; none for an interruption, for a rapid change and beyond 60 s.
    public static Optional<EventCell> of(VoltageEvent event) {
        return switch (event) {
            case Dip dip -> ofDip(dip.extremePercent(), dip.seconds());
            case Swell swell -> ofSwell(swell.extremePercent(), swell.seconds());
            case Interruption _ -> Optional.empty();
            case RapidVoltageChange _ -> Optional.empty();
        };
    }

    /// The cell of a dip.
    ///
    /// @param residualPercent lowest voltage, percent of the declared
    /// @param seconds duration
    public static Optional<EventCell> ofDip(double residualPercent, double seconds) {
        String row;
        if (residualPercent >= 80) {
            row = "A";
        } else if (residualPercent >= 70) {
            row = "B";
        } else if (residualPercent >= 40) {
            row = "C";
        } else if (residualPercent >= 5) {
            row = "D";
        } else {
            row = "X";
        }
        return cell(row, DIP_SECONDS, seconds);
    }

    /// The cell of a swell.
    ///
    /// @param heightPercent highest voltage, percent of the declared
    /// @param seconds duration
    public static Optional<EventCell> ofSwell(double heightPercent, double seconds) {
        return cell(heightPercent >= 120 ? "S" : "T", SWELL_SECONDS, seconds);
    }

    private static Optional<EventCell> cell(String row, double[] columns, double seconds) {
        for (int column = 0; column < columns.length; column++) {
            if (seconds <= columns[column] + ROUNDING_SECONDS) {
                return Optional.of(valueOf(row + (column + 1)));
            }
        }
        return Optional.empty();
    }
}
