package trefas.simulation;

import java.util.Arrays;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SupplyPhasors;
import trefas.quantity.Phase;

/// A house full of people on a simulated grid, seen by the meter at its door. Runs by itself or by what
/// [GridControls] set; it never ends. The power of a second is the power at its beginning.
///
/// A load set by hand is shared out as 45 % on L1, 30 % on L2 and 25 % on L3, so that the phases can be told apart,
/// with cos φ [#CONTROLLED_COS_PHI] unless that is set too. Solar power is shared evenly and has no reactive power.
/// Whole watts that do not divide by three are shared in milliwatts, so that the phases add up exactly.
public final class SimulatedHouse implements World {

    /// Cos φ of a load set by hand when nobody sets its cos φ.
    public static final CosPhi CONTROLLED_COS_PHI = CosPhi.inductive(0.98);

    /// What electronics take more or less of on L1 from second to second, W.
    private static final double RESTLESS_WATTS = 6;

    private static final int RESTLESS = 300;
    private static final int[] CONTROLLED_PER_CENT = {45, 30, 25};
    private static final int MILLIWATTS_PER_CENT_OF_A_WATT = 10;
    private static final int MILLI = 1_000;

    private final SimulatedGrid grid;
    private final HouseLoads loads;
    private final SolarPlant plant;
    private final long restlessKey;
    private final SupplyPhasors phasors = new SupplyPhasors();
    private final int[] loadMilliwatts = new int[Phase.COUNT];
    private final int[] loadMillivars = new int[Phase.COUNT];
    private final int[] solarMilliwatts = new int[Phase.COUNT];
    private final double[] sourceVolts = new double[Phase.COUNT];
    private final boolean[] isLost = new boolean[Phase.COUNT];
    private GridControls controls = GridControls.AUTOMATIC;

    /// @param seed everything that is left to chance in the house and the sky; the grid has its own, so that a street
    ///     of houses may share one
    public SimulatedHouse(long seed, Household household, SimulatedGrid grid) {
        var sun = new Sun(household.place());
        this.grid = grid;
        this.loads = new HouseLoads(seed, household, sun);
        this.plant = new SolarPlant(seed, household.solarWattsPeak(), sun);
        this.restlessKey = Noise.key(seed, RESTLESS);
    }

    /// Takes over what is set by hand, from the next second asked for.
    public void apply(GridControls controls) {
        this.controls = controls;
        for (Phase phase : Phase.values()) {
            isLost[phase.index()] = controls.lost().contains(phase);
        }
    }

    public GridControls controls() {
        return controls;
    }

    @Override
    public boolean second(long endEpochSecond, OneSecondValues values) {
        long begin = endEpochSecond - 1;
        load(begin);
        solar(begin);
        source(begin);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            grid.connect(
                    phase,
                    sourceVolts[phase],
                    controls.sequence(),
                    (loadMilliwatts[phase] - solarMilliwatts[phase]) / (double) MILLI,
                    loadMillivars[phase] / (double) MILLI,
                    phasors);
        }
        phasors.measure(grid.hertz(begin), values);
        return true;
    }

    /// What the appliances of a phase asked for in the second last filled, mW. The meter sees this less the solar
    /// power, as long as the voltage is above [SourceImpedance#CONSTANT_POWER_VOLTS_MIN].
    public int loadMilliwatts(int phase) {
        return loadMilliwatts[phase];
    }

    /// What the solar plant offered to a phase in the second last filled, mW.
    public int solarMilliwatts(int phase) {
        return solarMilliwatts[phase];
    }

    private void source(long begin) {
        if (controls.sourceVolts().isPresent()) {
            Arrays.fill(sourceVolts, controls.sourceVolts().getAsDouble());
        } else {
            grid.sourceVolts(begin, sourceVolts);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (isLost[phase]) {
                sourceVolts[phase] = 0;
            }
        }
    }

    private void load(long begin) {
        if (controls.loadWatts().isPresent()) {
            double tangent = controls.cosPhi().orElse(CONTROLLED_COS_PHI).tangent();
            int watts = controls.loadWatts().getAsInt();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                loadMilliwatts[phase] = watts * CONTROLLED_PER_CENT[phase] * MILLIWATTS_PER_CENT_OF_A_WATT;
                loadMillivars[phase] = (int) Math.rint(loadMilliwatts[phase] * tangent);
            }
            return;
        }
        loads.at(begin);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            loadMilliwatts[phase] = loads.milliwatts(phase);
            loadMillivars[phase] = loads.millivars(phase);
        }
        loadMilliwatts[0] += (int) Math.rint(RESTLESS_WATTS * MILLI * ((2 * Noise.uniform(restlessKey, begin)) - 1));
        if (controls.cosPhi().isPresent()) {
            double tangent = controls.cosPhi().get().tangent();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                loadMillivars[phase] = (int) Math.rint(loadMilliwatts[phase] * tangent);
            }
        }
    }

    private void solar(long begin) {
        int milliwatts = controls.solarWatts().isPresent()
                ? controls.solarWatts().getAsInt() * MILLI
                : (int) Math.rint(plant.watts(begin) * MILLI);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            solarMilliwatts[phase] = (milliwatts / Phase.COUNT) + (phase < milliwatts % Phase.COUNT ? 1 : 0);
        }
    }
}
