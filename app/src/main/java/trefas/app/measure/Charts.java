package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import trefas.app.report.Axis;
import trefas.app.report.BarChart;
import trefas.app.report.Fragment;
import trefas.app.report.LineChart;
import trefas.app.report.PhasorDiagram;
import trefas.app.report.Series;
import trefas.app.report.Tone;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.measurement.PhaseMeans;
import trefas.metrology.measurement.Trend;
import trefas.quantity.Phase;

/// The pictures of a measurement.
final class Charts {

    private static final double MILLI = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double FREQUENCY_REACH = 0.05;
    private static final double POWER_REACH = 0.005;
    private static final double LOW_PART = 0.9;
    private static final double HIGH_PART = 1.1;

    private Charts() {}

    /// Voltages and currents of a few cycles, one above the other.
    static Fragment[] waveforms(Measured measured, Snapshot snapshot) {
        var charts = new ArrayList<Fragment>();
        String from = "from " + Plain.decimals(snapshot.startSeconds(), 3) + " s";
        if (hasAny(measured, SampleBlock.voltage(0))) {
            charts.add(waveform(
                    measured, snapshot, SampleBlock.voltage(0), "Voltages " + from, Axis.linear("Voltage", "V")));
        }
        if (hasAny(measured, SampleBlock.current(0))) {
            charts.add(waveform(
                    measured, snapshot, SampleBlock.current(0), "Currents " + from, Axis.linear("Current", "A")));
        }
        return charts.toArray(Fragment[]::new);
    }

    private static LineChart waveform(Measured measured, Snapshot snapshot, int firstChannel, String title, Axis axis) {
        var chart = new LineChart(title, Axis.linear("Time", "ms"), axis)
                .describe("The samples of " + measured.subject().name() + ".");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int channel = firstChannel + phase;
            if (measured.subject().isMeasured(channel)) {
                var series = new Series(ChannelNames.of(channel), Tone.ofPhase(phase));
                for (int sample = 0; sample < snapshot.size(); sample++) {
                    series.point(
                            (snapshot.seconds(sample) - snapshot.startSeconds()) * MILLI,
                            snapshot.value(channel, sample));
                }
                chart.add(series);
            }
        }
        return chart;
    }

    /// Mean fundamentals as arrows.
    static PhasorDiagram phasors(Measured measured) {
        var diagram = new PhasorDiagram("Fundamentals, from the first voltage")
                .describe("Mean fundamentals of voltages and currents over the record.");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            PhaseMeans means = measured.means().phase(phase);
            if (Double.isFinite(means.fundamentalVoltage())) {
                diagram.voltage(
                        "U" + (phase + 1), Tone.ofPhase(phase), means.fundamentalVoltage(), means.voltageDegrees());
            }
            if (Double.isFinite(means.fundamentalCurrent())) {
                diagram.current(
                        "I" + (phase + 1), Tone.ofPhase(phase), means.fundamentalCurrent(), means.currentDegrees());
            }
        }
        return diagram;
    }

    /// Harmonics of voltages, with the limits of EN 50160, and of currents.
    static Fragment[] spectrum(Measured measured, HarmonicSpectrum spectrum) {
        var charts = new ArrayList<Fragment>();
        if (hasAny(measured, SampleBlock.voltage(0))) {
            charts.add(bars(
                    measured,
                    spectrum,
                    SampleBlock.voltage(0),
                    "Voltage harmonics, limits of " + measured.limits().edition()));
        }
        if (hasAny(measured, SampleBlock.current(0))) {
            charts.add(bars(measured, spectrum, SampleBlock.current(0), "Current harmonics"));
        }
        return charts.toArray(Fragment[]::new);
    }

    private static BarChart bars(Measured measured, HarmonicSpectrum spectrum, int firstChannel, String title) {
        boolean isVoltage = firstChannel < SampleBlock.current(0);
        var bars = new ArrayList<Series>();
        var channels = new ArrayList<Integer>();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (measured.subject().isMeasured(firstChannel + phase)) {
                channels.add(firstChannel + phase);
                bars.add(new Series(ChannelNames.of(firstChannel + phase), Tone.ofPhase(phase)));
            }
        }
        var axis = Axis.linear("Share of the fundamental", "%");
        var chart = new BarChart(
                title, "Order", !isVoltage && isSinusoidal(spectrum, channels) ? axis.range(0, 1) : axis, bars);
        for (int order = 2; order <= spectrum.orders(); order++) {
            var values = new ArrayList<Double>();
            for (int channel : channels) {
                double fundamental = spectrum.rms(channel, 1);
                values.add(fundamental > 0 ? 100 * spectrum.rms(channel, order) / fundamental : Double.NaN);
            }
            chart.group(
                    Integer.toString(order),
                    values,
                    isVoltage ? measured.limits().harmonic(order).orElse(Double.NaN) : Double.NaN);
        }
        return chart;
    }

    /// Whether no harmonic reaches a percent: then the axis does, so that noise doesn't look like a spectrum.
    private static boolean isSinusoidal(HarmonicSpectrum spectrum, List<Integer> channels) {
        for (int channel : channels) {
            for (int order = 2; order <= spectrum.orders(); order++) {
                if (!(100 * spectrum.rms(channel, order) < spectrum.rms(channel, 1))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Voltages, powers and frequency over the record.
    static Fragment[] trend(Measured measured, Trend trend) {
        double end = trend.middleSeconds(trend.size() - 1);
        double unit =
                end > 3 * SECONDS_PER_HOUR ? SECONDS_PER_HOUR : end > 3 * SECONDS_PER_MINUTE ? SECONDS_PER_MINUTE : 1;
        Axis time = Axis.linear("Time", unit == 1 ? "s" : unit == SECONDS_PER_MINUTE ? "min" : "h");
        var charts = new ArrayList<Fragment>();
        if (hasAny(measured, SampleBlock.voltage(0))) {
            charts.add(voltages(measured, trend, time, unit));
        }
        if (hasPower(measured)) {
            charts.add(powers(measured, trend, time, unit));
        } else if (hasAny(measured, SampleBlock.current(0))) {
            charts.add(currents(measured, trend, time, unit));
        }
        if (Double.isFinite(measured.means().frequency())) {
            var chart = new LineChart("Frequency", time, frequencyAxis(measured, trend));
            var series = new Series("f", Tone.NEUTRAL);
            for (int stretch = 0; stretch < trend.size(); stretch++) {
                series.point(trend.middleSeconds(stretch) / unit, trend.frequency(stretch));
            }
            charts.add(chart.add(series));
        }
        return charts.toArray(Fragment[]::new);
    }

    /// A tenth of a hertz at least, so that a steady frequency looks steady.
    private static Axis frequencyAxis(Measured measured, Trend trend) {
        double middle = measured.means().frequency();
        double reach = FREQUENCY_REACH;
        for (int stretch = 0; stretch < trend.size(); stretch++) {
            double away = Math.abs(trend.frequency(stretch) - middle);
            reach = away > reach ? away * HIGH_PART : reach;
        }
        return Axis.linear("Frequency", "Hz").range(middle - reach, middle + reach);
    }

    private static LineChart voltages(Measured measured, Trend trend, Axis time, double unit) {
        var chart =
                new LineChart("Voltages, lowest and highest basic interval dashed", time, Axis.linear("Voltage", "V"));
        double udin = measured.declaredVolts();
        boolean isNear = false;
        boolean hasSpread = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (!measured.subject().isMeasured(SampleBlock.voltage(phase))) {
                continue;
            }
            var mean = new Series("U" + (phase + 1), Tone.ofPhase(phase));
            var lowest = new Series("U" + (phase + 1) + " lowest", Tone.ofPhase(phase)).dashed();
            var highest = new Series("U" + (phase + 1) + " highest", Tone.ofPhase(phase)).dashed();
            boolean isSpread = false;
            for (int stretch = 0; stretch < trend.size(); stretch++) {
                double at = trend.middleSeconds(stretch) / unit;
                double volts = trend.voltage(stretch, phase);
                mean.point(at, volts);
                lowest.point(at, trend.lowestVoltage(stretch, phase));
                highest.point(at, trend.highestVoltage(stretch, phase));
                isNear |= Math.abs(volts - udin) < udin / 2;
                isSpread |= trend.lowestVoltage(stretch, phase) < volts * (1 - 1e-9);
            }
            chart.add(mean);
            if (isSpread) {
                chart.add(lowest).add(highest);
            }
            hasSpread |= isSpread;
        }
        if (isNear) {
            chart.limit("Udin − 10 %", udin * LOW_PART).limit("Udin + 10 %", udin * HIGH_PART);
        }
        return hasSpread ? chart : chart.titled("Voltages");
    }

    private static LineChart powers(Measured measured, Trend trend, Axis time, double unit) {
        var chart = new LineChart("Active powers", time, powerAxis(measured, trend));
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (hasPower(measured, phase)) {
                var series = new Series("P" + (phase + 1), Tone.ofPhase(phase));
                for (int stretch = 0; stretch < trend.size(); stretch++) {
                    series.point(trend.middleSeconds(stretch) / unit, trend.activePower(stretch, phase));
                }
                chart.add(series);
            }
        }
        return chart;
    }

    /// A hundredth of the largest power at least, so that a steady load looks steady.
    private static Axis powerAxis(Measured measured, Trend trend) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int stretch = 0; hasPower(measured, phase) && stretch < trend.size(); stretch++) {
                double watts = trend.activePower(stretch, phase);
                low = watts < low ? watts : low;
                high = watts > high ? watts : high;
            }
        }
        Axis axis = Axis.linear("Power", "W");
        double reach = Math.max(Math.abs(low), Math.abs(high)) * POWER_REACH;
        boolean isSteady = reach > 0 && high - low < 2 * reach;
        return isSteady ? axis.range(((low + high) / 2) - reach, ((low + high) / 2) + reach) : axis;
    }

    private static LineChart currents(Measured measured, Trend trend, Axis time, double unit) {
        var chart = new LineChart("Currents", time, Axis.linear("Current", "A"));
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (measured.subject().isMeasured(SampleBlock.current(phase))) {
                var series = new Series("I" + (phase + 1), Tone.ofPhase(phase));
                for (int stretch = 0; stretch < trend.size(); stretch++) {
                    series.point(trend.middleSeconds(stretch) / unit, trend.current(stretch, phase));
                }
                chart.add(series);
            }
        }
        return chart;
    }

    private static boolean hasPower(Measured measured) {
        return List.of(0, 1, 2).stream().anyMatch(phase -> hasPower(measured, phase));
    }

    private static boolean hasPower(Measured measured, int phase) {
        return measured.subject().isMeasured(SampleBlock.voltage(phase))
                && measured.subject().isMeasured(SampleBlock.current(phase));
    }

    private static boolean hasAny(Measured measured, int firstChannel) {
        return measured.subject().isMeasured(firstChannel)
                || measured.subject().isMeasured(firstChannel + 1)
                || measured.subject().isMeasured(firstChannel + 2);
    }
}
