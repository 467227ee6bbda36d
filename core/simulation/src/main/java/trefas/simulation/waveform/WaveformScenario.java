package trefas.simulation.waveform;

import static trefas.simulation.waveform.ScenarioParameters.USUAL;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Ready-made grids and loads with a name. Each knows what it is by construction ([#facts]), makes samples
/// ([#samples]) and phasors ([#phasors]), and is the same for the same parameters for ever.
public enum WaveformScenario {
    BALANCED("Sines, balanced, on a linear load of the power factor that is asked for", USUAL, Scenes::balanced),
    RESISTIVE("Heaters of different size on the three phases", USUAL, Scenes::resistive),
    HOUSE("Lamps, screens and a hob that comes and goes", USUAL.withSeconds(60), Scenes::house),
    HEAT_PUMP("A compressor on a six-pulse drive", USUAL.withSeconds(60).withAmperes(8), Scenes::heatPump),
    CAR("A car that charges on three phases with power factor correction", USUAL.withAmperes(16), Scenes::car),
    CAR_ONE_PHASE("A car that charges on L1 alone", USUAL.withAmperes(32), Scenes::carOnePhase),
    SOLAR(
            "An inverter that feeds in under passing clouds",
            USUAL.withSeconds(60).withAmperes(12),
            Scenes::solar),
    MOTOR("An induction motor that starts after one second", USUAL.withAmperes(8), Scenes::motor),
    RECTIFIER("Capacitor-input rectifiers without correction", USUAL, Scenes::rectifier),
    BURST_FIRE(
            "A heater, two cycles on and two off; I is the rms of the unchopped sine",
            USUAL.withSeconds(60),
            Scenes::burstFire),
    DIMMER("A heater fired at 90 degrees; I is the rms of the whole sine", USUAL, Scenes::dimmer),
    HALF_WAVE("A heater behind a diode; I is the rms of the whole sine", USUAL, Scenes::halfWave),
    MIXED("All loads of a house at once on a distorted, wandering grid", USUAL.withSeconds(180), Scenes::mixed),
    EVENING("The simulated house on a winter evening, with harmonics", USUAL.withSeconds(300), Scenes::evening),
    RESTLESS("A grid that never rests, with dips and swells from the seed", USUAL.withSeconds(600), Scenes::restless),
    HARMONICS("Every voltage harmonic of EN 50160 at its limit, on a linear load", USUAL, Scenes::harmonics),
    FIFTH("Fifth harmonic of EN 50470-3: U 10 %, I 40 %, P is 1.04 P1", USUAL, Scenes::fifth),
    UNBALANCE("Unequal voltages and angles, u2 near 3 %", USUAL, Scenes::unbalance),
    DIP("Three dips: L2 to 55 % for 0.26 s, L1 and L3 to 78 %, all to 20 %", USUAL, Scenes::dip),
    SWELL("Two swells: L3 to 115 % for 0.4 s, all to 125 % for 0.1 s", USUAL, Scenes::swell),
    INTERRUPTION("All voltages gone for 1.5 s", USUAL, Scenes::interruption),
    RAPID_CHANGE("All voltages fall by 7 % and return", USUAL, Scenes::rapidChange),
    FLICKER("39 changes a minute of 0.894 %: Pst is 1", USUAL.withSeconds(620), Scenes::flicker),
    NEUTRAL_LOSS("The neutral breaks for six seconds with unequal loads", USUAL, Scenes::neutralLoss),
    MISSING_PHASE("No voltage on L2", USUAL, Scenes::missingPhase),
    REVERSED("L2 and L3 have changed places", USUAL, Scenes::reversed),
    WANDER("The frequency wanders by up to 0.5 Hz", USUAL.withSeconds(60), Scenes::wander),
    NOISE("Sines with 0.1 V and 2 mA of measured noise", USUAL, Scenes::noise),
    INFLUENCE_1("IEC 61000-4-30, influence state 1: clean", USUAL, Scenes::influence1),
    INFLUENCE_2(
            "Influence state 2: 49 Hz, low voltages, h3 h5 h29, 7.5 f, Pst 1", USUAL.withHertz(49), Scenes::influence2),
    INFLUENCE_3(
            "Influence state 3: 51 Hz, high voltages, h7 h13 h25, 3.5 f, Pst 4",
            USUAL.withHertz(51),
            Scenes::influence3);

    private final String description;
    private final ScenarioParameters usual;
    private final Function<ScenarioParameters, WaveformModel> scene;

    WaveformScenario(String description, ScenarioParameters usual, Function<ScenarioParameters, WaveformModel> scene) {
        this.description = description;
        this.usual = usual;
        this.scene = scene;
    }

    /// By the name a user writes.
    public static Optional<WaveformScenario> named(String name) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label().equals(name))
                .findFirst();
    }

    /// The name a user writes: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One line for people.
    public String description() {
        return description;
    }

    /// Parameters that show it well.
    public ScenarioParameters usual() {
        return usual;
    }

    /// Grid and loads.
    ///
    /// @throws IllegalArgumentException for parameters out of range
    public WaveformModel model(ScenarioParameters parameters) {
        return scene.apply(parameters);
    }

    /// The samples.
    public WaveformSource samples(ScenarioParameters parameters) {
        return model(parameters).samples(parameters.samplesPerSecond(), parameters.seconds());
    }

    /// The phasors, second by second, without end.
    public PhasorTwin phasors(ScenarioParameters parameters) {
        return model(parameters).phasors();
    }

    /// What the samples are by construction.
    public WaveformFacts facts(ScenarioParameters parameters) {
        WaveformModel model = model(parameters);
        return model.facts(parameters.seconds(), ExpectedEvents.of(model, parameters.seconds()));
    }

    /// All of them, in the order in which they are shown.
    public static List<WaveformScenario> all() {
        return List.of(values());
    }
}
