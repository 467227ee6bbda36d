package trefas.simulation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// What somebody drives by hand. Everything left empty goes on by itself.
///
/// @param loadWatts what the house draws on its three phases together, W, 0 to [#WATTS_MAX]; it is shared out as
///     [SimulatedHouse] says. What runs on a lost phase draws nothing.
/// @param solarWatts what the solar plant feeds in on its three phases together, W, 0 to [#WATTS_MAX]
/// @param cosPhi of the load, not of the solar plant
/// @param sourceVolts of each phase of the grid behind its impedance, V rms, 0 to [#SOURCE_VOLTS_MAX]
/// @param lost phases without voltage
/// @param sequence of the grid's phases; L1L2L3 unless two were swapped
public record GridControls(
        OptionalInt loadWatts,
        OptionalInt solarWatts,
        Optional<CosPhi> cosPhi,
        OptionalDouble sourceVolts,
        Set<Phase> lost,
        PhaseSequence sequence) {

    /// The most a load or a solar plant may be set to, W: 63 A at 230 V on three phases.
    public static final int WATTS_MAX = 43_470;

    /// The highest source voltage, V.
    public static final double SOURCE_VOLTS_MAX = 400;

    /// Nobody touches anything.
    public static final GridControls AUTOMATIC = new GridControls(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Set.of(),
            PhaseSequence.L1L2L3);

    public GridControls {
        requireWatts("load", loadWatts);
        requireWatts("solar", solarWatts);
        if (sourceVolts.isPresent()
                && !(sourceVolts.getAsDouble() >= 0 && sourceVolts.getAsDouble() <= SOURCE_VOLTS_MAX)) {
            throw new IllegalArgumentException(
                    "a source voltage is 0 to " + SOURCE_VOLTS_MAX + " V: " + sourceVolts.getAsDouble());
        }
        if (sequence == PhaseSequence.UNDECIDED) {
            throw new IllegalArgumentException("a grid has a phase sequence");
        }
        lost = Set.copyOf(lost);
    }

    public GridControls withLoadWatts(int watts) {
        return new GridControls(OptionalInt.of(watts), solarWatts, cosPhi, sourceVolts, lost, sequence);
    }

    public GridControls withAutomaticLoad() {
        return new GridControls(OptionalInt.empty(), solarWatts, cosPhi, sourceVolts, lost, sequence);
    }

    public GridControls withSolarWatts(int watts) {
        return new GridControls(loadWatts, OptionalInt.of(watts), cosPhi, sourceVolts, lost, sequence);
    }

    public GridControls withAutomaticSolar() {
        return new GridControls(loadWatts, OptionalInt.empty(), cosPhi, sourceVolts, lost, sequence);
    }

    public GridControls withCosPhi(CosPhi factor) {
        return new GridControls(loadWatts, solarWatts, Optional.of(factor), sourceVolts, lost, sequence);
    }

    public GridControls withAutomaticCosPhi() {
        return new GridControls(loadWatts, solarWatts, Optional.empty(), sourceVolts, lost, sequence);
    }

    public GridControls withSourceVolts(double volts) {
        return new GridControls(loadWatts, solarWatts, cosPhi, OptionalDouble.of(volts), lost, sequence);
    }

    public GridControls withAutomaticSourceVolts() {
        return new GridControls(loadWatts, solarWatts, cosPhi, OptionalDouble.empty(), lost, sequence);
    }

    /// These phases, and only these, are lost. None brings all back.
    public GridControls withLost(Phase... phases) {
        var without = EnumSet.noneOf(Phase.class);
        without.addAll(Arrays.asList(phases));
        return new GridControls(loadWatts, solarWatts, cosPhi, sourceVolts, without, sequence);
    }

    public GridControls withSequence(PhaseSequence order) {
        return new GridControls(loadWatts, solarWatts, cosPhi, sourceVolts, lost, order);
    }

    private static void requireWatts(String what, OptionalInt watts) {
        if (watts.isPresent() && (watts.getAsInt() < 0 || watts.getAsInt() > WATTS_MAX)) {
            throw new IllegalArgumentException("a " + what + " is 0 to " + WATTS_MAX + " W: " + watts.getAsInt());
        }
    }
}
