package trefas.metrology.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.quantity.Phase;

/// Judges a supply by EN 50160 while its values come in; the memory it needs does not grow. For the verdict of each
/// week take a judge for each week.
///
/// Only whole intervals count, and flagged ones are seen but not judged. A phase whose voltage stays below 5 % of the
/// declared is not connected, or interrupted: its voltage, distortion and harmonics are not judged, and unbalance only
/// while all three are there.
public final class PowerQualityJudge {

    /// A phase below this share of the declared voltage is not there, percent: the threshold of an interruption.
    public static final double ABSENT_PERCENT = 5;

    private final Limits limits;
    private final double absentVolts;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Tally> voltage = new ArrayList<>();
    private final List<Tally> voltageAlways = new ArrayList<>();
    private final Tally frequency;
    private final Tally frequencyAlways;
    private final List<Tally> flicker = new ArrayList<>();
    private final Tally unbalance;
    private final List<Tally> thd = new ArrayList<>();
    private final List<HarmonicTally> harmonics = new ArrayList<>();
    private final EventTally events = new EventTally();
    private long tenMinutes;

    /// Starts with nothing seen.
    ///
    /// @param limits what is allowed
    /// @param declaredVolts declared supply voltage of a phase, V
    /// @param nominalHertz nominal frequency, Hz
    public PowerQualityJudge(Limits limits, double declaredVolts, double nominalHertz) {
        this.limits = limits;
        absentVolts = declaredVolts * ABSENT_PERCENT / 100;
        Bounds volts = around(declaredVolts, LimitKey.VOLTAGE_LOW, LimitKey.VOLTAGE_HIGH);
        Bounds alwaysVolts = around(declaredVolts, LimitKey.VOLTAGE_ALWAYS_LOW, LimitKey.VOLTAGE_ALWAYS_HIGH);
        Bounds hertz = around(nominalHertz, LimitKey.FREQUENCY_LOW, LimitKey.FREQUENCY_HIGH);
        Bounds alwaysHertz = around(nominalHertz, LimitKey.FREQUENCY_ALWAYS_LOW, LimitKey.FREQUENCY_ALWAYS_HIGH);
        phases(Characteristic.VOLTAGE, 1, volts, limits.value(LimitKey.VOLTAGE_SHARE), voltage::add);
        phases(Characteristic.VOLTAGE_ALWAYS, 1, alwaysVolts, 100, voltageAlways::add);
        frequency = all(Characteristic.FREQUENCY, hertz, limits.value(LimitKey.FREQUENCY_SHARE));
        frequencyAlways = all(Characteristic.FREQUENCY_ALWAYS, alwaysHertz, 100);
        phases(Characteristic.FLICKER, 1, upTo(LimitKey.FLICKER), limits.value(LimitKey.FLICKER_SHARE), flicker::add);
        unbalance = all(Characteristic.UNBALANCE, upTo(LimitKey.UNBALANCE), limits.value(LimitKey.UNBALANCE_SHARE));
        phases(Characteristic.THD, 1, upTo(LimitKey.THD), limits.value(LimitKey.THD_SHARE), thd::add);
        for (int order = 2; order <= HarmonicSpectrum.ORDERS_MAX; order++) {
            harmonic(order);
        }
    }

    /// An interval of any length; those of ten minutes are judged.
    public void interval(AggregatedInterval interval) {
        if (interval.length() != IntervalLength.TEN_MINUTES || !interval.isWhole()) {
            return;
        }
        tenMinutes++;
        int present = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            OptionalDouble volts = interval.mean(IntervalQuantity.voltage(phase));
            if (volts.isPresent() && volts.getAsDouble() >= absentVolts) {
                present++;
                phase(interval, phase, volts.getAsDouble());
            }
        }
        if (present == Phase.COUNT) {
            interval.mean(IntervalQuantity.NEGATIVE_SEQUENCE)
                    .ifPresent(percent -> unbalance.add(percent, interval.isFlagged()));
        }
    }

    /// The frequency of ten seconds.
    public void frequency(FrequencyReading reading) {
        frequency.add(reading.hertz(), reading.isFlagged());
        frequencyAlways.add(reading.hertz(), reading.isFlagged());
    }

    /// The flicker of two hours.
    public void flicker(LongTermFlicker longTerm) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            OptionalDouble severity = longTerm.phase(phase);
            if (severity.isPresent()) {
                flicker.get(phase).add(severity.getAsDouble(), longTerm.isFlagged());
            }
        }
    }

    /// A dip, swell, interruption or rapid change that is over.
    public void event(ReportedEvent event) {
        events.add(event);
    }

    /// The verdict on what has been seen by now.
    public PowerQualityVerdict verdict() {
        return new PowerQualityVerdict(
                limits.edition(), tallies.stream().map(Tally::verdict).toList(), events.counts(), tenMinutes);
    }

    private void phase(AggregatedInterval interval, int phase, double volts) {
        boolean isFlagged = interval.isFlagged();
        voltage.get(phase).add(volts, isFlagged);
        voltageAlways.get(phase).add(volts, isFlagged);
        interval.mean(IntervalQuantity.voltageThd(phase))
                .ifPresent(percent -> thd.get(phase).add(percent, isFlagged));
        interval.spectrum().ifPresent(spectrum -> harmonics(spectrum, phase, isFlagged));
    }

    private void harmonics(HarmonicSpectrum spectrum, int phase, boolean isFlagged) {
        int channel = SampleBlock.voltage(phase);
        double fundamental = spectrum.subgroup(channel, 1);
        for (HarmonicTally harmonic : harmonics) {
            if (harmonic.phase() == phase && harmonic.order() <= spectrum.orders() && fundamental > 0) {
                double percent = 100 * spectrum.subgroup(channel, harmonic.order()) / fundamental;
                harmonic.tally().add(percent, isFlagged);
            }
        }
    }

    private void harmonic(int order) {
        OptionalDouble percent = limits.harmonic(order);
        if (percent.isEmpty()) {
            return;
        }
        Bounds bounds = Bounds.upTo(percent.getAsDouble());
        List<Tally> three = new ArrayList<>();
        phases(Characteristic.HARMONIC, order, bounds, limits.value(LimitKey.HARMONIC_SHARE), three::add);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            harmonics.add(new HarmonicTally(order, phase, three.get(phase)));
        }
    }

    private void phases(Characteristic characteristic, int order, Bounds bounds, double share, Consumer<Tally> place) {
        for (Phase phase : Phase.values()) {
            Tally tally = new Tally(characteristic, order, Optional.of(phase), bounds, share);
            tallies.add(tally);
            place.accept(tally);
        }
    }

    private Tally all(Characteristic characteristic, Bounds bounds, double share) {
        Tally tally = new Tally(characteristic, 1, Optional.empty(), bounds, share);
        tallies.add(tally);
        return tally;
    }

    private Bounds around(double nominal, LimitKey low, LimitKey high) {
        return Bounds.around(nominal, limits.value(low), limits.value(high));
    }

    private Bounds upTo(LimitKey key) {
        return Bounds.upTo(limits.value(key));
    }

    private record HarmonicTally(int order, int phase, Tally tally) {}
}
