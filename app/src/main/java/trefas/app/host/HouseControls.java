package trefas.app.host;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;
import trefas.simulation.CosPhi;
import trefas.simulation.GridControls;
import trefas.simulation.SimulatedGrid;
import trefas.simulation.SimulatedHouse;
import trefas.web.Control;
import trefas.web.Control.Slider;
import trefas.web.Control.Switch;
import trefas.web.Setting;
import trefas.web.Setting.Automatic;
import trefas.web.Setting.On;
import trefas.web.Setting.Value;

/// The sliders and switches of a simulated house. Called by whoever holds its meter.
final class HouseControls {

    private static final String LOAD = "load";
    private static final String SOLAR = "solar";
    private static final String COS_PHI = "cos-phi";
    private static final String VOLTAGE = "voltage";
    private static final String LOST = "lost-";
    private static final String SWAPPED = "phases-swapped";

    private static final double MILLI = 1_000;
    private static final double KILO = 1_000;
    private static final double LOAD_KILOWATTS_MAX = 14;
    private static final double SOLAR_KILOWATTS_MAX = 12;
    private static final double KILOWATTS_STEP = 0.05;
    private static final double COS_PHI_STEP = 0.01;

    /// 20 % above nominal, where the data sheet's range has long ended.
    private static final double VOLTS_MAX = 276;

    private final SimulatedHouse house;

    HouseControls(SimulatedHouse house) {
        this.house = house;
    }

    List<Control> controls() {
        GridControls set = house.controls();
        double load = 0;
        double solar = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            load += house.loadMilliwatts(phase) / MILLI / KILO;
            solar += house.solarMilliwatts(phase) / MILLI / KILO;
        }
        CosPhi cosPhi = set.cosPhi().orElse(SimulatedHouse.CONTROLLED_COS_PHI);
        return List.of(
                new Slider(
                        LOAD,
                        "Load",
                        "kW",
                        "",
                        0,
                        LOAD_KILOWATTS_MAX,
                        KILOWATTS_STEP,
                        load,
                        set.loadWatts().isEmpty()),
                new Slider(
                        SOLAR,
                        "Solar",
                        "kW",
                        "",
                        0,
                        SOLAR_KILOWATTS_MAX,
                        KILOWATTS_STEP,
                        solar,
                        set.solarWatts().isEmpty()),
                new Slider(
                        COS_PHI,
                        "cos φ",
                        "ind",
                        "cap",
                        -1,
                        1,
                        COS_PHI_STEP,
                        signed(cosPhi),
                        set.cosPhi().isEmpty()),
                new Slider(
                        VOLTAGE,
                        "Voltage",
                        "V",
                        "",
                        0,
                        VOLTS_MAX,
                        1,
                        set.sourceVolts().orElse(SimulatedGrid.NOMINAL_VOLTS),
                        set.sourceVolts().isEmpty()),
                new Switch(LOST + 1, "L1 lost", set.lost().contains(Phase.L1)),
                new Switch(LOST + 2, "L2 lost", set.lost().contains(Phase.L2)),
                new Switch(LOST + 3, "L3 lost", set.lost().contains(Phase.L3)),
                new Switch(SWAPPED, "Phases swapped", set.sequence() == PhaseSequence.L1L3L2));
    }

    /// Moves a control.
    ///
    /// @return why not, in one sentence, or empty
    Optional<String> set(String id, Setting setting) {
        GridControls set = house.controls();
        Optional<GridControls> changed = switch (setting) {
            case Value(double value) -> slide(set, id, value);
            case On(boolean on) -> turn(set, id, on);
            case Automatic() -> release(set, id);
        };
        changed.ifPresent(house::apply);
        return changed.isPresent() ? Optional.empty() : Optional.of("There is no such setting of \"" + id + "\".");
    }

    private static Optional<GridControls> slide(GridControls set, String id, double value) {
        return switch (id) {
            case LOAD -> Optional.of(set.withLoadWatts((int) Math.round(value * KILO)));
            case SOLAR -> Optional.of(set.withSolarWatts((int) Math.round(value * KILO)));
            case COS_PHI -> Optional.of(set.withCosPhi(cosPhi(value)));
            case VOLTAGE -> Optional.of(set.withSourceVolts(value));
            default -> Optional.empty();
        };
    }

    private static Optional<GridControls> release(GridControls set, String id) {
        return switch (id) {
            case LOAD -> Optional.of(set.withAutomaticLoad());
            case SOLAR -> Optional.of(set.withAutomaticSolar());
            case COS_PHI -> Optional.of(set.withAutomaticCosPhi());
            case VOLTAGE -> Optional.of(set.withAutomaticSourceVolts());
            default -> Optional.empty();
        };
    }

    private static Optional<GridControls> turn(GridControls set, String id, boolean on) {
        if (id.equals(SWAPPED)) {
            return Optional.of(set.withSequence(on ? PhaseSequence.L1L3L2 : PhaseSequence.L1L2L3));
        }
        for (Phase phase : Phase.values()) {
            if (id.equals(LOST + (phase.index() + 1))) {
                return Optional.of(set.withLost(lost(set.lost(), phase, on)));
            }
        }
        return Optional.empty();
    }

    private static Phase[] lost(Set<Phase> before, Phase phase, boolean on) {
        var lost = EnumSet.noneOf(Phase.class);
        lost.addAll(before);
        if (on) {
            lost.add(phase);
        } else {
            lost.remove(phase);
        }
        return lost.toArray(new Phase[0]);
    }

    private static double signed(CosPhi cosPhi) {
        return switch (cosPhi.kind()) {
            case INDUCTIVE -> cosPhi.value();
            case CAPACITIVE -> -cosPhi.value();
        };
    }

    /// Above zero inductive, below capacitive; a load that draws next to no active power is out of reach.
    private static CosPhi cosPhi(double signed) {
        double value = Math.clamp(Math.abs(signed), CosPhi.VALUE_MIN, 1);
        return signed < 0 ? CosPhi.capacitive(value) : CosPhi.inductive(value);
    }
}
