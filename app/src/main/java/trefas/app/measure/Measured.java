package trefas.app.measure;

import java.util.List;
import java.util.Optional;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.SummationMethod;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.flicker.ShortTermFlicker;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.Trend;

/// Everything one record told: what the summary, the JSON and the report are written from.
///
/// @param subject what was measured
/// @param declaredVolts Udin, V
/// @param means of the whole record
/// @param spectrum mean harmonics; none for a recorded load
/// @param phaseEnergies registers of L1 L2 L3
/// @param totalEnergy registers of the three-phase total
/// @param summation how the phases became the total
/// @param events in the order of their ends
/// @param eventsDropped events beyond the limit, not kept
/// @param shortTerms Pst of the ten-minute intervals
/// @param longTerms Plt of the two-hour intervals
/// @param judgements verdicts on the whole record
/// @param verdictNote how much of a week that is, as a sentence; may be empty
/// @param conditions lasting states of the supply, such as a lost neutral, in a sentence each
/// @param trend course of the record; none for a recorded load
/// @param snapshots waveforms: the beginning, and the window farthest from the declared voltage if that is another
public record Measured(
        Subject subject,
        double declaredVolts,
        MeanValues means,
        Optional<HarmonicSpectrum> spectrum,
        List<EnergyReading> phaseEnergies,
        EnergyReading totalEnergy,
        SummationMethod summation,
        List<ReportedEvent> events,
        long eventsDropped,
        List<ShortTermFlicker> shortTerms,
        List<LongTermFlicker> longTerms,
        List<Judgement> judgements,
        String verdictNote,
        List<String> conditions,
        Optional<Trend> trend,
        List<Snapshot> snapshots) {

    /// Keeps copies.
    public Measured {
        phaseEnergies = List.copyOf(phaseEnergies);
        events = List.copyOf(events);
        shortTerms = List.copyOf(shortTerms);
        longTerms = List.copyOf(longTerms);
        judgements = List.copyOf(judgements);
        conditions = List.copyOf(conditions);
        snapshots = List.copyOf(snapshots);
    }

    /// THD of a phase's voltage by harmonics, percent; not a number where none was measured.
    double thdVoltage(int phase) {
        return distortion(SampleBlock.voltage(phase), false);
    }

    /// THD of a phase's current.
    double thdCurrent(int phase) {
        return distortion(SampleBlock.current(phase), false);
    }

    /// THDS of a phase's voltage, by sub-groups.
    double thdsVoltage(int phase) {
        return distortion(SampleBlock.voltage(phase), true);
    }

    /// THDS of a phase's current.
    double thdsCurrent(int phase) {
        return distortion(SampleBlock.current(phase), true);
    }

    /// Reactive power by Budeanu of a phase, var; not a number without voltage and current.
    double budeanu(int phase) {
        boolean hasPower =
                subject.isMeasured(SampleBlock.voltage(phase)) && subject.isMeasured(SampleBlock.current(phase));
        return hasPower ? spectrum.map(orders -> orders.budeanu(phase)).orElse(Double.NaN) : Double.NaN;
    }

    private double distortion(int channel, boolean isBySubgroups) {
        if (!subject.isMeasured(channel)) {
            return Double.NaN;
        }
        return spectrum.map(orders -> isBySubgroups ? orders.thdSubgroups(channel) : orders.thd(channel))
                .orElse(Double.NaN);
    }
}
