package trefas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.PhaseValues;
import trefas.metrology.SampleBlock;
import trefas.metrology.TenCycleValues;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleVoltages;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.metrology.spectrum.HarmonicAnalyser;
import trefas.quantity.AccuracyClass;
import trefas.quantity.Phase;
import trefas.simulation.bench.AccuracyRun;
import trefas.simulation.bench.MeterUnderTest;
import trefas.simulation.frontend.AnalogueFrontEnd;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformFacts;
import trefas.simulation.waveform.WaveformScenario;
import trefas.simulation.waveform.WaveformSource;

/// Prints how far every quantity is from its exact value at worst, over many waveforms: the table of the README.
/// Nothing is judged here; the tests do that.
public final class MeasuredAccuracy {

    private static final double[] HERTZ = {42.5, 45, 47.5, 49.8, 50, 50.2, 52.5, 55, 57.5};
    private static final double[] RATES = {6_400, 10_000, 12_800, 50_000};
    private static final List<String> STEADY = List.of("balanced", "harmonics", "unbalance");
    private static final int[] BITS = {0, 24, 16};
    private static final double PPM = 1e6;
    private static final double SECONDS = 2;
    private static final double CELSIUS = FrontEndErrors.REFERENCE_CELSIUS;

    private MeasuredAccuracy() {}

    /// Prints the table.
    public static void main(String[] arguments) {
        System.out.println("largest error of any 10-cycle window, 42.5 to 57.5 Hz, 6.4 to 50 kHz:"
                + " clean, unbalanced, all EN 50160 harmonics");
        System.out.println("  samples   U ppm   I ppm   P/S ppm   Q1/S ppm   f mHz   u2 %      THD-U %   THD-I %");
        for (int bits : BITS) {
            steady(bits);
        }
        harmonics();
        events();
        FlickerFigures.print();
        for (int bits : BITS) {
            points(bits);
        }
    }

    private static void steady(int bits) {
        var worst = new Worst();
        for (String name : STEADY) {
            for (double hertz : HERTZ) {
                for (double rate : RATES) {
                    WaveformScenario scenario = WaveformScenario.named(name).orElseThrow();
                    ScenarioParameters parameters = scenario.usual()
                            .withHertz(hertz)
                            .withSamplesPerSecond(rate)
                            .withSeconds(SECONDS);
                    WaveformFacts facts = scenario.facts(parameters);
                    var analyser = new HarmonicAnalyser(
                            HarmonicSpectrum.ORDERS, (window, values, spectrum) -> worst.spectrum(spectrum, facts));
                    feed(
                            scenario.samples(parameters),
                            new AnalogueFrontEnd(FrontEndErrors.ideal(Converter.ofBits(bits)), CELSIUS),
                            new WaveformKernel(
                                    KernelSettings.DEFAULT,
                                    List.of((window, values) -> worst.values(values, facts), analyser)));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-8s %6.2f  %6.2f  %8.2f  %9.2f  %6.4f  %8.6f  %8.5f  %8.5f%n",
                name(bits),
                worst.voltage,
                worst.current,
                worst.power,
                worst.reactive,
                worst.millihertz,
                worst.unbalance,
                worst.voltageThd,
                worst.currentThd);
    }

    private static String name(int bits) {
        return bits == 0 ? "float" : bits + " bit";
    }

    private static void feed(WaveformSource source, AnalogueFrontEnd frontEnd, WaveformKernel kernel) {
        var block = new SampleBlock(SampleBlock.CAPACITY);
        while (source.next(block)) {
            frontEnd.apply(block);
            kernel.accept(block);
        }
        kernel.finish();
    }

    /// One harmonic of 1 % after the other beside the fundamental, 10 kHz.
    private static void harmonics() {
        double[] worst = {0};
        for (double hertz : HERTZ) {
            for (int order = 2; order <= HarmonicSpectrum.ORDERS; order++) {
                int asked = order;
                double[] samples = sine(hertz, asked, 10_000);
                var analyser = new HarmonicAnalyser(
                        HarmonicSpectrum.ORDERS,
                        (window, values, spectrum) ->
                                worst[0] = Math.max(worst[0], Math.abs(spectrum.rms(0, asked) / 2.3 - 1)));
                var kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(analyser));
                var block = new SampleBlock(samples.length);
                block.begin(10_000, true);
                System.arraycopy(samples, 0, block.channel(0), 0, samples.length);
                block.length(samples.length);
                kernel.accept(block);
                kernel.finish();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nharmonics 2 to 40 of 1 %% at 10 kHz, same frequencies: %.4f %% of reading%n",
                100 * worst[0]);
    }

    private static double[] sine(double hertz, int order, int rate) {
        var samples = new double[rate];
        for (int sample = 0; sample < samples.length; sample++) {
            double radians = 2 * Math.PI * hertz * sample / rate;
            samples[sample] = Math.sqrt(2) * (230 * Math.sin(radians) + 2.3 * Math.sin(order * radians + 1));
        }
        return samples;
    }

    private static void events() {
        double extreme = 0;
        double start = 0;
        double seconds = 0;
        int expected = 0;
        int found = 0;
        for (String name : List.of("dip", "swell", "interruption")) {
            WaveformScenario scenario = WaveformScenario.named(name).orElseThrow();
            var reported = new ArrayList<ReportedEvent>();
            var events = new VoltageEvents(EventSettings.of(230), reported::add);
            feed(
                    scenario.samples(scenario.usual()),
                    new AnalogueFrontEnd(FrontEndErrors.IDEAL, CELSIUS),
                    new WaveformKernel(KernelSettings.DEFAULT, List.of(new HalfCycleVoltages(50, List.of(events)))));
            var facts = scenario.facts(scenario.usual()).events();
            expected += facts.size();
            found += reported.size();
            for (int i = 0; i < Math.min(facts.size(), reported.size()); i++) {
                var fact = facts.get(i);
                var event = reported.get(i).event();
                extreme = Math.max(extreme, Math.abs(event.extremePercent() - fact.extremePercent()));
                start = Math.max(start, Math.abs(event.startSeconds() - fact.startSeconds()));
                seconds = Math.max(seconds, Math.abs(event.seconds() - fact.seconds()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "events: %d of %d found; extreme %.3f %% of Udin; start within %.1f ms, duration within %.1f ms of the"
                        + " disturbance (whole cycles at both ends belong to an event)%n",
                found,
                expected,
                extreme,
                1_000 * start,
                1_000 * seconds);
    }

    private static void points(int bits) {
        var meter = MeterUnderTest.uncalibrated(FrontEndErrors.ideal(Converter.ofBits(bits)));
        var result = new AccuracyRun(AccuracyClass.B, meter).result();
        System.out.printf(
                Locale.ROOT,
                "EN 50470-3 class B, %s: %d checks, %d outside, largest error %.2g %%%n",
                name(bits),
                result.count(),
                result.outside(),
                result.largestErrorPercent());
    }

    /// The largest distances so far.
    private static final class Worst {
        private double voltage;
        private double current;
        private double power;
        private double reactive;
        private double millihertz;
        private double unbalance;
        private double voltageThd;
        private double currentThd;

        private void values(TenCycleValues found, WaveformFacts facts) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                PhaseValues measured = found.phase(phase);
                WaveformFacts.PhaseFacts exact = facts.phase(phase);
                double apparent = exact.apparentPower();
                voltage = larger(voltage, PPM * (measured.voltage() / exact.voltage() - 1));
                current = larger(current, PPM * (measured.current() / exact.current() - 1));
                power = larger(power, PPM * (measured.activePower() - exact.activePower()) / apparent);
                reactive = larger(reactive, PPM * (measured.reactivePower() - exact.reactivePower()) / apparent);
            }
            millihertz = larger(millihertz, 1_000 * (found.frequency() - facts.frequency()));
            double exactUnbalance = facts.values().getOrDefault("total.u2_percent", Double.NaN);
            unbalance = larger(unbalance, found.voltageComponents().negativePercent() - exactUnbalance);
        }

        private void spectrum(HarmonicSpectrum found, WaveformFacts facts) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                WaveformFacts.PhaseFacts exact = facts.phase(phase);
                voltageThd = larger(voltageThd, found.thd(SampleBlock.voltage(phase)) - exact.voltageThd());
                currentThd = larger(currentThd, found.thd(SampleBlock.current(phase)) - exact.currentThd());
            }
        }

        private static double larger(double one, double other) {
            return Math.max(one, Math.abs(other));
        }
    }
}
