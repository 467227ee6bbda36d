package trefas.recording;

/// An analogue channel of a COMTRADE recording. Its values are `multiplier * sample + offset` in its unit.
///
/// @param recorded place, name, phase and unit
/// @param multiplier field a, unit per count
/// @param offset field b, in the unit
/// @param skewSeconds how long after the row's instant the channel was sampled
/// @param least the smallest sample the channel can have, counts; below any when not stated
/// @param most the largest sample the channel can have, counts; above any when not stated
/// @param primary first side of the transformer's ratio, NaN when not stated
/// @param secondary second side of the transformer's ratio, NaN when not stated
/// @param isPrimary whether the values are those of the primary side
public record ComtradeChannel(
        RecordedChannel recorded,
        double multiplier,
        double offset,
        double skewSeconds,
        double least,
        double most,
        double primary,
        double secondary,
        boolean isPrimary) {

    /// What values in the channel's unit are multiplied by to be those of the wanted side.
    ///
    /// @throws UnusableRecordingException when the recording states no ratio
    double factor(ComtradeScaling scaling) throws UnusableRecordingException {
        boolean isAsWanted = switch (scaling) {
            case AS_RECORDED -> true;
            case PRIMARY -> isPrimary;
            case SECONDARY -> !isPrimary;
        };
        if (isAsWanted) {
            return 1;
        }
        double ratio = primary / secondary;
        if (!(ratio > 0) || !Double.isFinite(ratio)) {
            throw new UnusableRecordingException("channel " + recorded.label() + ": found the transformer ratio "
                    + SteadyRate.plain(primary) + " to " + SteadyRate.plain(secondary)
                    + ", expected two numbers above 0 to give "
                    + (isPrimary ? "secondary" : "primary") + " values");
        }
        return isPrimary ? 1 / ratio : ratio;
    }
}
