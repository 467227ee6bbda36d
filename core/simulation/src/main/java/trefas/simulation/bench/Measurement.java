package trefas.simulation.bench;

import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.TestCondition;

/// What a meter registered on the bench, beside what was applied. Energies are net of the three phases.
///
/// @param condition what was applied
/// @param seconds how long it was measured: whole cycles, by the meter's own windows
/// @param trueWattSeconds active energy that was applied in that time
/// @param wattSeconds active energy that the registers advanced by
/// @param trueVarSeconds reactive energy that was applied
/// @param varSeconds reactive energy that the registers advanced by
public record Measurement(
        TestCondition condition,
        double seconds,
        double trueWattSeconds,
        double wattSeconds,
        double trueVarSeconds,
        double varSeconds) {

    private static final double PERCENT = 100;

    /// What was applied, W s or var s.
    public double applied(Energy energy) {
        return energy == Energy.ACTIVE ? trueWattSeconds : trueVarSeconds;
    }

    /// What was registered, W s or var s.
    public double registered(Energy energy) {
        return energy == Energy.ACTIVE ? wattSeconds : varSeconds;
    }

    /// Error of the registered energy, percent of the true one; positive when the meter shows too much.
    public double errorPercent(Energy energy) {
        return PERCENT * (registered(energy) - applied(energy)) / applied(energy);
    }
}
