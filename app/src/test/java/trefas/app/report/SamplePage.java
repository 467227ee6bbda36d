package trefas.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A page with one of everything, to be looked at: `SamplePage FILE.html`.
public final class SamplePage {

    private static final double TWO_PI = 2 * Math.PI;

    private SamplePage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), html());
    }

    static String html() {
        return new Page("ex_<sample>.cfg", "2 s from 2026-11-22, 50.05 Hz, 3 voltages and 3 currents at 10 kHz")
                .broadSection(
                        "Key figures",
                        new KeyFigures()
                                .add("Active power", "2.768", "kW")
                                .add("Frequency", "50.050", "Hz")
                                .add("Worst THD", "4.9", "%", Verdict.PASS)
                                .add("Events", "1", "", Verdict.FAIL))
                .section("Waveforms", waveform())
                .section("Phasors", phasors())
                .section("Accuracy", accuracy())
                .section("Spectrum", spectrum())
                .section("Events", events())
                .section("Verdicts", verdicts())
                .footer("Computed to the limits of the tables named; nothing here is an approval.")
                .html();
    }

    static LineChart waveform() {
        var chart = new LineChart("Two cycles", Axis.linear("Time", "ms"), Axis.linear("Voltage", "V"))
                .describe("Three sines a third of a turn apart.");
        for (int phase = 0; phase < 3; phase++) {
            var line = new Series("U" + (phase + 1), Tone.ofPhase(phase));
            for (int sample = 0; sample < 400; sample++) {
                line.point(sample * 0.1, 325 * Math.sin((TWO_PI * sample / 200) - (phase * TWO_PI / 3)));
            }
            chart.add(line);
        }
        return chart;
    }

    static PhasorDiagram phasors() {
        return new PhasorDiagram("Fundamentals")
                .voltage("U1", Tone.L1, 231, 0)
                .voltage("U2", Tone.L2, 228, -120)
                .voltage("U3", Tone.L3, 233, 121)
                .current("I1", Tone.L1, 4.2, -18)
                .current("I2", Tone.L2, 2.2, -138)
                .current("I3", Tone.L3, 4.0, 150);
    }

    static LineChart accuracy() {
        var unity = new Series("PF 1", Tone.IMPORT).marked();
        var inductive = new Series("PF 0.5 ind", Tone.EXPORT).dashed().marked();
        var limit = new Series("class B", Tone.LIMIT);
        for (double current : new double[] {0.25, 0.5, 1, 5, 20, 63}) {
            unity.point(current, 0.002 / current);
            inductive.point(current, -0.004 / current);
            limit.point(current, current < 0.5 ? 1.5 : 1);
        }
        return new LineChart("Error over current", Axis.logarithmic("Current", "A"), Axis.linear("Error", "%"))
                .add(unity)
                .add(inductive)
                .limit("class C", -0.5)
                .limit(limit);
    }

    static BarChart spectrum() {
        var chart = new BarChart(
                "Voltage harmonics",
                "Order",
                Axis.linear("Share of the fundamental", "%"),
                List.of(new Series("L1", Tone.L1), new Series("L2", Tone.L2), new Series("L3", Tone.L3)));
        for (int order = 2; order <= 25; order++) {
            chart.group(
                    Integer.toString(order),
                    List.of(4.0 / order, 3.0 / order, 3.5 / order),
                    order % 2 == 0 ? 1 : 12.0 / order);
        }
        return chart;
    }

    static CellScatter events() {
        return new CellScatter("Events over the cells of EN 50160")
                .event("dip C2", Tone.L2, 0.29, 55)
                .event("swell T1", Tone.L1, 0.1, 114)
                .event("interruption", Tone.PLAIN, 90, 1);
    }

    static Table verdicts() {
        return new Table("Verdicts by EN 50160", List.of("Characteristic", "Measured", "Limit", "Verdict"))
                .row(List.of("Voltage variations", "231.0 … 231.0 V", "±10 %", "passed"), Verdict.PASS)
                .row(List.of("Flicker Plt", "1.4", "1.0", "failed"), Verdict.FAIL)
                .row(List.of("Unbalance", "–", "2 %", "too short"), Verdict.OPEN);
    }
}
