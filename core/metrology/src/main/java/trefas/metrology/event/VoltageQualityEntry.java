package trefas.metrology.event;

/// A row of the voltage quality logger, 1.1.99.98.16.255 (dossier 14.2). Voltages are whole volts, cut; a column that
/// is not used is 0.
///
/// @param second when it happened: a second is named by its end, a period by its start
/// @param phase 1 to 3, or 0 for all of them
/// @param event what happened
/// @param meanVolts mean of a period
/// @param maxVolts highest one-second value of a period, or the value of a maximum event
/// @param minVolts lowest one-second value of a period, or the value of a minimum event
public record VoltageQualityEntry(
        long second, int phase, VoltageQualityEvent event, int meanVolts, int maxVolts, int minVolts) {

    /// The phase of an entry that concerns all phases.
    public static final int ALL_PHASES = 0;
}
