package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.flicker.FlickerMeter;
import trefas.metrology.flicker.FlickerSink;
import trefas.metrology.flicker.Lamp;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.flicker.ShortTermFlicker;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.Flags;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalAggregator;
import trefas.metrology.interval.TenSecondFrequency;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.NominalFrequency;
import trefas.metrology.kernel.PulseOutput;
import trefas.metrology.kernel.WaveformKernel;
import trefas.metrology.quality.PowerQualityVerdict;
import trefas.metrology.spectrum.HarmonicAnalyser;
import trefas.metrology.spectrum.SpectrumMean;

/// Everything about one record, in one pass and in bounded memory: the kernel, and behind it means, energies,
/// harmonics, voltage events, flicker, long intervals and the course of the record.
///
/// ```
/// var measurement = new Measurement(settings, EnergyThresholds.METER, List.of());
/// while (source.next(block)) measurement.accept(block);
/// measurement.finish();
/// measurement.means().activePower();
/// ```
public final class Measurement {

    /// Most flicker values of each length kept: four weeks of ten minutes.
    public static final int FLICKER_MAX = 4_032;

    /// 1 MWh, more than any terminal carries in a window: the record is scaled wrongly, and no pulse is sent any more.
    private static final long PULSED_MICROWATT_SECONDS_MAX = 3_600_000_000_000_000L;

    private static final long MICROWATT_SECONDS_PER_PULSE = 3_600_000_000L;
    private static final double HERTZ_BETWEEN = 55;
    private static final double AMERICAN_VOLTS_BELOW = 150;

    private final MeasurementSettings settings;
    private final MeasurementRules rules;
    private final List<WindowOnlooker> onlookers;
    private final WaveformKernel kernel;
    private final FourQuadrantEnergy energy;
    private final PulseOutput pulses;
    private final MeterView meter;
    private final RecordMeans means;
    private final Trend trend = new Trend();
    private final SpectrumMean spectrum;
    private final HarmonicAnalyser analyser;
    private final IntervalAggregator aggregator;
    private final TenSecondFrequency frequency;
    private final FlickerMeter flicker;
    private final List<ShortTermFlicker> shortTerms = new ArrayList<>();
    private final List<LongTermFlicker> longTerms = new ArrayList<>();
    private final List<Consumer<AggregatedInterval>> intervalSinks = new ArrayList<>();
    private final List<Consumer<FrequencyReading>> frequencySinks = new ArrayList<>();
    private @Nullable SupplyWatch watch;
    private @Nullable HarmonicSpectrum analysed;
    private long pulsedReading;
    private long samples;
    private double seconds;

    /// Starts with nothing measured, to be judged by the usual rules.
    ///
    /// @param onlookers see every window after everything else has
    /// @param thresholds below which a phase's energy does not count
    public Measurement(MeasurementSettings settings, EnergyThresholds thresholds, List<WindowOnlooker> onlookers) {
        this(settings, MeasurementRules.usual(settings.declaredVolts()), thresholds, onlookers);
    }

    /// Starts with nothing measured.
    ///
    /// @param rules to judge by
    /// @param thresholds below which a phase's energy does not count
    /// @param onlookers see every window after everything else has
    public Measurement(
            MeasurementSettings settings,
            MeasurementRules rules,
            EnergyThresholds thresholds,
            List<WindowOnlooker> onlookers) {
        this.settings = settings;
        this.rules = rules;
        this.meter = new MeterView(settings);
        this.pulses = new PulseOutput(PulseOutput.PULSES_PER_KILOWATT_HOUR, rules.pulseMillis(), _ -> {});
        this.onlookers = List.copyOf(onlookers);
        this.means = new RecordMeans(settings.measuredChannels());
        this.spectrum = new SpectrumMean(settings.orders());
        this.analyser = new HarmonicAnalyser(settings.orders(), this::analysed);
        this.energy = new FourQuadrantEnergy(settings.summation(), thresholds);
        var ticks = new ClockTicks(settings.startEpochMilliseconds());
        Flags flags = this::isFlagged;
        this.aggregator = new IntervalAggregator(ticks, flags, this::intervalOver);
        this.frequency = new TenSecondFrequency(ticks, flags, this::frequencyRead);
        this.flicker = new FlickerMeter(lamp(settings), ticks, flags, new Keeper());
        this.kernel = new WaveformKernel(settings.kernel(), List.of(new Chain()));
    }

    /// The lamp people of that supply had: 120 V at 60 Hz only where both are said.
    private static Lamp lamp(MeasurementSettings settings) {
        boolean isAmerican = settings.nominalFrequency() == NominalFrequency.HERTZ_60
                && settings.declaredVolts() < AMERICAN_VOLTS_BELOW;
        return isAmerican ? Lamp.VOLTS_120 : Lamp.VOLTS_230;
    }

    /// Adds someone who gets every long interval as it ends; before the first sample.
    public Measurement onInterval(Consumer<AggregatedInterval> sink) {
        intervalSinks.add(sink);
        return this;
    }

    /// Adds someone who gets the frequency of every ten seconds; before the first sample.
    public Measurement onFrequency(Consumer<FrequencyReading> sink) {
        frequencySinks.add(sink);
        return this;
    }

    /// Takes the next samples; the block may be filled again afterwards.
    ///
    /// @throws IllegalArgumentException when the sampling rate is outside the kernel's range
    public void accept(SampleBlock block) {
        samples += block.length();
        seconds += block.length() / block.samplesPerSecond();
        kernel.accept(block);
    }

    /// The record is over.
    public void finish() {
        kernel.finish();
        flicker.finish();
        frequency.finish();
        aggregator.finish();
    }

    /// Samples of each channel so far.
    public long samples() {
        return samples;
    }

    /// Length of the samples so far, s.
    public double seconds() {
        return seconds;
    }

    /// Means of the whole record.
    public MeanValues means() {
        return means.values();
    }

    /// Mean harmonics of the whole record; none when no window had a frequency.
    public Optional<HarmonicSpectrum> spectrum() {
        return spectrum.spectra() == 0 ? Optional.empty() : Optional.of(spectrum.mean());
    }

    /// Energies of the whole record.
    public FourQuadrantEnergy energy() {
        return energy;
    }

    /// Voltage events, in the order of their ends.
    public List<ReportedEvent> events() {
        SupplyWatch current = watch;
        return current == null ? List.of() : current.events();
    }

    /// Lasting conditions of the supply, in the order of their ends.
    public List<ConditionEvent> conditions() {
        SupplyWatch current = watch;
        return current == null ? List.of() : current.conditions();
    }

    /// Events and conditions beyond the limit, which were counted but not kept.
    public long eventsDropped() {
        SupplyWatch current = watch;
        return current == null ? 0 : current.dropped();
    }

    /// What EN 50160 says to the record; none without a voltage.
    public Optional<PowerQualityVerdict> verdict() {
        return Optional.ofNullable(watch).map(current -> current.judges().whole());
    }

    /// The verdict on each week; none for a record of one week or less.
    public List<WeekVerdict> weeks() {
        SupplyWatch current = watch;
        return current == null ? List.of() : current.judges().weeks();
    }

    /// What a meter would have counted and logged.
    public MeterFindings meter() {
        return meter.findings();
    }

    /// The test pulses of the total A+.
    public PulseReading pulses() {
        PulseReading sent = PulseReading.of(pulses, rules.pulseMillis(), seconds);
        long reading = energy.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT);
        return sent.atLeast(reading / MICROWATT_SECONDS_PER_PULSE);
    }

    /// Pst of the ten-minute intervals.
    public List<ShortTermFlicker> shortTerms() {
        return List.copyOf(shortTerms);
    }

    /// Plt of the two-hour intervals.
    public List<LongTermFlicker> longTerms() {
        return List.copyOf(longTerms);
    }

    /// Why there is no Pst, as a sentence; empty when there is one.
    public String shortTermsMissing() {
        return flicker.shortTermsMissing();
    }

    /// Course of the record.
    public Trend trend() {
        return trend;
    }

    private void analysed(SampleWindow window, TenCycleValues values, HarmonicSpectrum harmonics) {
        spectrum.add(harmonics, values.seconds());
        aggregator.add(values, harmonics);
        analysed = harmonics;
    }

    private boolean isFlagged(double startSeconds, double endSeconds) {
        SupplyWatch current = watch;
        return current != null && current.isFlagged(startSeconds, endSeconds);
    }

    private void intervalOver(AggregatedInterval interval) {
        Optional.ofNullable(watch).ifPresent(current -> current.judges().interval(interval));
        meter.interval(interval);
        intervalSinks.forEach(sink -> sink.accept(interval));
    }

    private void frequencyRead(FrequencyReading reading) {
        Optional.ofNullable(watch).ifPresent(current -> current.judges().frequency(reading));
        meter.frequency(reading);
        frequencySinks.forEach(sink -> sink.accept(reading));
    }

    private SupplyWatch watch(TenCycleValues values) {
        SupplyWatch current = watch;
        if (current == null) {
            current = new SupplyWatch(settings, rules, nominalHertz(values), meter.halfCycles());
            watch = current;
        }
        return current;
    }

    /// 50 or 60: what was said, else what the first window is nearer to.
    private double nominalHertz(TenCycleValues values) {
        return switch (settings.nominalFrequency()) {
            case HERTZ_50 -> NominalFrequency.HERTZ_50.hertz();
            case HERTZ_60 -> NominalFrequency.HERTZ_60.hertz();
            case AUTOMATIC ->
                values.frequency() > HERTZ_BETWEEN
                        ? NominalFrequency.HERTZ_60.hertz()
                        : NominalFrequency.HERTZ_50.hertz();
        };
    }

    /// What every window goes through. Events come first: they flag what follows.
    private final class Chain implements WindowStage {

        @Override
        public void window(SampleWindow window, TenCycleValues values) {
            means.add(values);
            trend.add(values);
            energy.window(window, values);
            pulse();
            if (!settings.phasesWithVoltage().isEmpty()) {
                watch(values).window(window, values);
                meter.window(window, values);
                flicker.window(window, values);
            }
            analysed = null;
            boolean canBeAnalysed = window.cycles() >= 1
                    && window.cycles() <= HarmonicAnalyser.CYCLES_MAX
                    && window.samples() <= HarmonicAnalyser.SAMPLES_MAX;
            if (canBeAnalysed) {
                analyser.window(window, values);
            }
            Optional<HarmonicSpectrum> harmonics = Optional.ofNullable(analysed);
            if (harmonics.isEmpty()) {
                aggregator.add(values);
            }
            frequency.add(values);
            boolean isTouched = isFlagged(window.startSeconds(), window.endSeconds());
            for (WindowOnlooker onlooker : onlookers) {
                onlooker.window(window, values, harmonics, isTouched);
            }
        }

        @Override
        public void stretchEnded(double startSeconds, double endSeconds) {
            energy.stretchEnded(startSeconds, endSeconds);
            pulse();
            SupplyWatch current = watch;
            if (current != null) {
                current.stretchEnded(startSeconds, endSeconds);
                meter.stretchEnded(startSeconds, endSeconds);
            }
        }

        private void pulse() {
            long reading = energy.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT);
            if (reading - pulsedReading <= PULSED_MICROWATT_SECONDS_MAX) {
                pulses.follow(reading, energy.countedSeconds());
                pulsedReading = reading;
            }
        }
    }

    /// Keeps flicker values up to a limit, the oldest of them.
    private final class Keeper implements FlickerSink {

        @Override
        public void shortTerm(ShortTermFlicker value) {
            if (shortTerms.size() < FLICKER_MAX) {
                shortTerms.add(value);
            }
        }

        @Override
        public void longTerm(LongTermFlicker value) {
            Optional.ofNullable(watch).ifPresent(current -> current.judges().flicker(value));
            if (longTerms.size() < FLICKER_MAX) {
                longTerms.add(value);
            }
        }
    }
}
