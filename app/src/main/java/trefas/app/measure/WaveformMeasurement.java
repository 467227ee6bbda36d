package trefas.app.measure;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trefas.app.input.BlockSink;
import trefas.app.input.UnusableInputException;
import trefas.metrology.SampleBlock;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyRegisters;
import trefas.metrology.kernel.WaveformKernel;
import trefas.metrology.measurement.Measurement;
import trefas.metrology.measurement.MeasurementSettings;
import trefas.metrology.measurement.WindowOnlooker;
import trefas.metrology.quality.PowerQualityVerdict;
import trefas.quantity.Phase;
import trefas.recording.WaveformDescription;

/// Measures the waveforms of one input. What is measured is known with the first samples, and so the chain is built
/// then.
final class WaveformMeasurement implements BlockSink {

    private final String name;
    private final MeasuringOptions options;
    private final Optional<SeriesWriter> series;
    private @Nullable Measurement measurement;
    private @Nullable SnapshotTaker snapshots;
    private int measuredChannels;
    private Optional<LocalDateTime> start = Optional.empty();
    private double rate = Double.NaN;
    private boolean hasSeveralRates;

    WaveformMeasurement(String name, MeasuringOptions options, Optional<SeriesWriter> series) {
        this.name = name;
        this.options = options;
        this.series = series;
    }

    @Override
    public void accept(WaveformDescription description, SampleBlock block) throws UnusableInputException {
        if (measurement == null) {
            begin(description.measured().bits(), description.start());
        }
        accept(block);
    }

    @Override
    public double seconds() {
        Measurement current = measurement;
        return current == null ? 0 : current.seconds();
    }

    /// Builds the chain.
    ///
    /// @param channels a bit for each channel of [SampleBlock]
    void begin(int channels, Optional<LocalDateTime> firstSample) {
        var settings = new MeasurementSettings(
                options.declaredVolts(),
                options.nominalFrequency(),
                channels,
                options.summation(),
                options.orders(),
                firstSample
                        .map(time -> time.toInstant(ZoneOffset.UTC).toEpochMilli())
                        .orElse(0L));
        measuredChannels = channels;
        start = firstSample;
        var taker = new SnapshotTaker(settings);
        var onlookers = new ArrayList<WindowOnlooker>(List.of(taker));
        series.ifPresent(writer -> writer.begin(name, settings));
        series.ifPresent(onlookers::add);
        var begun = new Measurement(settings, options.thresholds(), onlookers);
        series.ifPresent(writer -> begun.onInterval(writer::interval));
        snapshots = taker;
        measurement = begun;
    }

    /// Takes samples after [#begin].
    void accept(SampleBlock block) throws UnusableInputException {
        double samplesPerSecond = block.samplesPerSecond();
        if (samplesPerSecond != rate) {
            checkRate(samplesPerSecond);
            hasSeveralRates |= !Double.isNaN(rate);
            rate = samplesPerSecond;
        }
        Measurement current = measurement;
        if (current == null) {
            throw new IllegalStateException("samples before the beginning");
        }
        current.accept(block);
        if (series.isPresent() && series.get().isBroken()) {
            throw new ReaderGoneException();
        }
    }

    private void checkRate(double samplesPerSecond) throws UnusableInputException {
        if (samplesPerSecond < WaveformKernel.SAMPLES_PER_SECOND_MIN
                || samplesPerSecond > WaveformKernel.SAMPLES_PER_SECOND_MAX) {
            throw new UnusableInputException(name + ": found " + Plain.decimals(samplesPerSecond, 3)
                    + " samples per second, expected " + Plain.decimals(WaveformKernel.SAMPLES_PER_SECOND_MIN, 0)
                    + " to " + Plain.decimals(WaveformKernel.SAMPLES_PER_SECOND_MAX, 0));
        }
    }

    /// Ends the record.
    ///
    /// @param kind of recording, in words
    /// @param channels which were taken for which, in words
    /// @throws UnusableInputException when there was not even one cycle to measure
    Measured finish(String kind, String channels) throws UnusableInputException {
        Measurement current = measurement;
        SnapshotTaker taker = snapshots;
        if (current == null || taker == null) {
            throw new UnusableInputException(name + ": found no samples, expected some cycles of voltage and current");
        }
        current.finish();
        if (!(current.means().seconds() > 0)) {
            throw new UnusableInputException(name + ": found " + current.samples() + " samples, "
                    + Plain.decimals(current.seconds() * 1_000, 1) + " ms, expected a few cycles at least");
        }
        var subject = new Subject(
                name,
                kind,
                channels,
                current.seconds(),
                current.samples(),
                hasSeveralRates ? Double.NaN : rate,
                measuredChannels,
                start);
        var phases = new ArrayList<EnergyReading>();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases.add(reading(current.energy().phase(phase)));
        }
        return new Measured(
                subject,
                options.declaredVolts(),
                current.means(),
                current.spectrum(),
                phases,
                reading(current.energy().total()),
                options.summation(),
                current.events(),
                current.eventsDropped(),
                current.shortTerms(),
                current.longTerms(),
                Judgements.of(current.verdict()),
                current.verdict().map(PowerQualityVerdict::note).orElse(""),
                current.conditions().stream().map(Judgements::sentence).toList(),
                Optional.of(current.trend()),
                taker.snapshots());
    }

    private static EnergyReading reading(EnergyRegisters registers) {
        return new EnergyReading(
                registers.wattHours(EnergyRegister.ACTIVE_IMPORT),
                registers.wattHours(EnergyRegister.ACTIVE_EXPORT),
                registers.wattHours(EnergyRegister.REACTIVE_I),
                registers.wattHours(EnergyRegister.REACTIVE_II),
                registers.wattHours(EnergyRegister.REACTIVE_III),
                registers.wattHours(EnergyRegister.REACTIVE_IV),
                registers.wattHours(EnergyRegister.APPARENT_IMPORT),
                registers.wattHours(EnergyRegister.APPARENT_EXPORT));
    }
}
