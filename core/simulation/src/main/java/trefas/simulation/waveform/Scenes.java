package trefas.simulation.waveform;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import trefas.metrology.Phasor;
import trefas.quantity.Phase;
import trefas.simulation.Household;
import trefas.simulation.Place;
import trefas.simulation.SimulatedGrid;
import trefas.simulation.SimulatedHouse;
import trefas.simulation.SourceImpedance;

/// Grid and loads of each scenario.
final class Scenes {

    /// Percent of the declared voltage, EN 50160:2010, orders 2 to 25 (dossier metrology 4).
    private static final double[] EN_50160 = {
        2.0, 5.0, 1.0, 6.0, 0.5, 5.0, 0.5, 1.5, 0.5, 3.5, 0.5, 3.0, 0.5, 0.5, 0.5, 2.0, 0.5, 1.5, 0.5, 0.5, 0.5, 1.5,
        0.5, 1.5
    };

    /// Spreads the angles of the harmonics, so that their peaks do not meet.
    private static final double SPREAD_DEGREES = 137.5;

    /// 39 changes a minute at Pst 1 (dossier metrology 7).
    private static final double FLICKER_CHANGES = 39;

    private static final double FLICKER_PERCENT = 0.894;

    private static final FrequencyWander QUIET_WANDER = new FrequencyWander(0.05, 20);

    /// Tuesday 13 January 2026, 18:00 in Copenhagen.
    private static final long EVENING_EPOCH_SECOND =
            LocalDateTime.of(2026, 1, 13, 17, 0).toEpochSecond(ZoneOffset.UTC);

    private Scenes() {}

    static WaveformModel balanced(ScenarioParameters p) {
        return model(p, grid(p), linear(p));
    }

    static WaveformModel resistive(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.resistive(p.amperes(), p.amperes() / 2, p.amperes() / 4));
    }

    static WaveformModel house(ScenarioParameters p) {
        return model(p, grid(p).withWander(QUIET_WANDER), WaveformLoads.house(p.seed(), p.amperes()));
    }

    static WaveformModel heatPump(ScenarioParameters p) {
        return model(p, grid(p).withWander(QUIET_WANDER), WaveformLoads.heatPump(p.seed(), p.amperes()));
    }

    static WaveformModel car(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.car(EnumSet.allOf(Phase.class), p.amperes()));
    }

    static WaveformModel carOnePhase(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.car(EnumSet.of(Phase.L1), p.amperes()));
    }

    static WaveformModel solar(ScenarioParameters p) {
        return model(p, grid(p).withWander(QUIET_WANDER), WaveformLoads.solar(p.seed(), p.amperes()));
    }

    static WaveformModel motor(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.motor(p.amperes(), 1));
    }

    static WaveformModel rectifier(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.rectifier(p.amperes()));
    }

    static WaveformModel burstFire(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.burstFire(p.amperes(), 2, 2));
    }

    static WaveformModel dimmer(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.dimmer(p.amperes(), 90));
    }

    static WaveformModel halfWave(ScenarioParameters p) {
        return model(p, grid(p), WaveformLoads.halfWave(p.amperes()));
    }

    static WaveformModel mixed(ScenarioParameters p) {
        double amperes = p.amperes();
        WaveformGrid grid = grid(p).withHarmonics(List.of(
                        new GridHarmonic(3, 0.8, 20), new GridHarmonic(5, 2.5, 160), new GridHarmonic(7, 1.2, -40)))
                .withWander(new FrequencyWander(0.08, 30))
                .withFlicker(new Flicker(Flicker.Shape.SINE, 8.8, 0.4))
                .withDisturbances(List.of(
                        new VoltageDisturbance(20.303, 20.561, EnumSet.of(Phase.L2), 0.7),
                        new VoltageDisturbance(40, 70, EnumSet.allOf(Phase.class), 1.03)));
        return model(
                p,
                grid,
                WaveformLoads.house(p.seed(), amperes),
                WaveformLoads.heatPump(p.seed() + 1, amperes),
                WaveformLoads.car(EnumSet.of(Phase.L1), 2 * amperes),
                WaveformLoads.solar(p.seed() + 2, amperes),
                WaveformLoads.motor(amperes / 2, 5.25),
                WaveformLoads.rectifier(amperes / 4),
                WaveformLoads.burstFire(amperes / 2, 3, 4),
                WaveformLoads.dimmer(amperes / 3, 70),
                WaveformLoads.halfWave(amperes / 5));
    }

    static WaveformModel evening(ScenarioParameters p) {
        var family = new Household(3, 6_000, EnumSet.of(DayOfWeek.TUESDAY), 2_500, Place.COPENHAGEN);
        var house = new SimulatedHouse(p.seed(), family, new SimulatedGrid(p.seed(), SourceImpedance.REFERENCE));
        return model(p, mains(p), WaveformLoads.of(new WorldProfile(house, EVENING_EPOCH_SECOND, p.volts())));
    }

    static WaveformModel restless(ScenarioParameters p) {
        WaveformGrid grid = mains(p).withVoltageWander(new VoltageWander(2, 300))
                .withFlicker(Flicker.changesPerMinute(FLICKER_CHANGES, FLICKER_PERCENT / 2))
                .withDisturbances(RandomDisturbances.of(p.seed(), p.seconds()));
        return model(p, grid, WaveformLoads.house(p.seed(), p.amperes()), linear(p));
    }

    static WaveformModel harmonics(ScenarioParameters p) {
        var harmonics = new ArrayList<GridHarmonic>();
        for (int order = 2; order < EN_50160.length + 2; order++) {
            harmonics.add(new GridHarmonic(order, EN_50160[order - 2], (order * SPREAD_DEGREES) % 360));
        }
        return model(p, grid(p).withHarmonics(harmonics), linear(p));
    }

    static WaveformModel fifth(ScenarioParameters p) {
        var shape = HarmonicSignature.ofTable(5, 40, 0);
        var profile = new SteadyProfile(p.amperes(), p.amperes(), p.amperes(), p.lagDegrees());
        var load = new WaveformLoad("fifth harmonic", profile, shape, WaveformLoad.Response.FOLLOWS, BurstGate.OPEN);
        return model(p, grid(p).withHarmonics(List.of(new GridHarmonic(5, 10, 0))), load);
    }

    static WaveformModel unbalance(ScenarioParameters p) {
        double volts = p.volts();
        WaveformGrid grid = grid(p).withFundamentals(
                        Phasor.polar(volts * 1.02, 1), Phasor.polar(volts * 0.95, -122), Phasor.polar(volts, 117));
        return model(p, grid, linear(p));
    }

    static WaveformModel dip(ScenarioParameters p) {
        return disturbed(
                p,
                new VoltageDisturbance(0.6, 0.86, EnumSet.of(Phase.L2), 0.55),
                new VoltageDisturbance(3, 3.7, EnumSet.of(Phase.L1, Phase.L3), 0.78),
                new VoltageDisturbance(6.005, 6.105, EnumSet.allOf(Phase.class), 0.2));
    }

    static WaveformModel swell(ScenarioParameters p) {
        return disturbed(
                p,
                new VoltageDisturbance(1, 1.4, EnumSet.of(Phase.L3), 1.15),
                new VoltageDisturbance(5, 5.1, EnumSet.allOf(Phase.class), 1.25));
    }

    static WaveformModel interruption(ScenarioParameters p) {
        return disturbed(p, new VoltageDisturbance(4, 5.5, EnumSet.allOf(Phase.class), 0));
    }

    static WaveformModel rapidChange(ScenarioParameters p) {
        return disturbed(p, new VoltageDisturbance(3, 7, EnumSet.allOf(Phase.class), 0.93));
    }

    static WaveformModel flicker(ScenarioParameters p) {
        return model(p, grid(p).withFlicker(Flicker.changesPerMinute(FLICKER_CHANGES, FLICKER_PERCENT)), linear(p));
    }

    static WaveformModel neutralLoss(ScenarioParameters p) {
        return model(
                p,
                grid(p).withNeutralLoss(new NeutralLoss(2, 8)),
                WaveformLoads.resistive(p.amperes() * 2, p.amperes(), p.amperes()));
    }

    static WaveformModel missingPhase(ScenarioParameters p) {
        WaveformGrid grid = grid(p);
        return model(p, grid.withFundamentals(grid.l1(), Phasor.ZERO, grid.l3()), linear(p));
    }

    static WaveformModel reversed(ScenarioParameters p) {
        return model(p, grid(p).reversed(), linear(p));
    }

    static WaveformModel wander(ScenarioParameters p) {
        return model(p, grid(p).withWander(new FrequencyWander(0.5, 10)), linear(p));
    }

    static WaveformModel noise(ScenarioParameters p) {
        return model(p, grid(p).withNoise(0.1, 0.002), linear(p));
    }

    static WaveformModel influence1(ScenarioParameters p) {
        return balanced(p);
    }

    static WaveformModel influence2(ScenarioParameters p) {
        WaveformGrid grid = scaled(p, 0.73, 0.80, 0.87)
                .withHarmonics(List.of(
                        new GridHarmonic(3, 10, 0),
                        new GridHarmonic(5, 5, 0),
                        new GridHarmonic(29, 5, 0),
                        new GridHarmonic(7.5, 1, 0)))
                .withFlicker(Flicker.changesPerMinute(FLICKER_CHANGES, FLICKER_PERCENT));
        return model(p, grid, linear(p));
    }

    static WaveformModel influence3(ScenarioParameters p) {
        WaveformGrid grid = scaled(p, 1.52, 1.40, 1.28)
                .withHarmonics(List.of(
                        new GridHarmonic(7, 10, 180),
                        new GridHarmonic(13, 5, 0),
                        new GridHarmonic(25, 5, 0),
                        new GridHarmonic(3.5, 1, 0)))
                .withFlicker(Flicker.changesPerMinute(FLICKER_CHANGES, 4 * FLICKER_PERCENT));
        return model(p, grid, linear(p));
    }

    private static WaveformModel disturbed(ScenarioParameters p, VoltageDisturbance... disturbances) {
        return model(p, grid(p).withDisturbances(List.of(disturbances)), linear(p));
    }

    private static WaveformGrid scaled(ScenarioParameters p, double l1, double l2, double l3) {
        WaveformGrid grid = grid(p);
        return grid.withFundamentals(
                grid.l1().scaled(l1), grid.l2().scaled(l2), grid.l3().scaled(l3));
    }

    /// Voltages as they usually are: slightly distorted and wandering.
    private static WaveformGrid mains(ScenarioParameters p) {
        return grid(p).withHarmonics(List.of(
                        new GridHarmonic(3, 0.6, 10),
                        new GridHarmonic(5, 2.1, 170),
                        new GridHarmonic(7, 1.1, -50),
                        new GridHarmonic(11, 0.6, 80)))
                .withWander(QUIET_WANDER);
    }

    private static WaveformGrid grid(ScenarioParameters p) {
        return WaveformGrid.balanced(p.volts(), p.hertz());
    }

    private static WaveformLoad linear(ScenarioParameters p) {
        return WaveformLoads.linear(p.amperes(), p.lagDegrees());
    }

    private static WaveformModel model(ScenarioParameters p, WaveformGrid grid, WaveformLoad... loads) {
        return WaveformModel.of(grid, List.of(loads), p.seed(), p.samplesPerSecond());
    }
}
