package trefas.app.accuracy;

import java.util.List;
import java.util.Locale;
import trefas.app.report.Axis;
import trefas.app.report.Fragment;
import trefas.app.report.KeyFigures;
import trefas.app.report.LineChart;
import trefas.app.report.Page;
import trefas.app.report.Series;
import trefas.app.report.Table;
import trefas.app.report.Tone;
import trefas.app.report.Verdict;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.TemperatureBand;
import trefas.metrology.accuracy.TestCondition;
import trefas.simulation.bench.AccuracyCurves;
import trefas.simulation.bench.AccuracyResult;
import trefas.simulation.bench.CompositeError;
import trefas.simulation.bench.ErrorCurve;
import trefas.simulation.bench.PointResult;
import trefas.simulation.bench.RegistrationResult;

/// The report of an accuracy run: the accuracy diagrams of a data sheet, drawn from the run, and every point.
public final class AccuracyPage {

    private AccuracyPage() {}

    /// The page as HTML.
    public static String html(AccuracySubject subject, AccuracyResult result, AccuracyCurves curves) {
        String accuracyClass = "class " + result.accuracyClass();
        return new Page("Accuracy of " + accuracyClass, subject.title())
                .broadSection("Result", figures(subject, result))
                .section(
                        "Error over current",
                        chart(
                                "Balanced load, 230 V, 50 Hz, 23 °C",
                                Axis.logarithmic("Current", "A"),
                                curves.overCurrent(),
                                accuracyClass,
                                true))
                .section(
                        "Voltage",
                        chart(
                                "Additional error at Iref",
                                Axis.linear("Voltage", "V"),
                                curves.overVoltage(),
                                accuracyClass,
                                true))
                .section(
                        "Frequency",
                        chart(
                                "Additional error at Iref",
                                Axis.linear("Frequency", "Hz"),
                                curves.overFrequency(),
                                accuracyClass,
                                true))
                .section(
                        "Temperature",
                        chart(
                                "Additional error at Iref",
                                Axis.linear("Temperature", "°C"),
                                curves.overTemperature(),
                                accuracyClass,
                                true))
                .section(
                        "Composite error",
                        chart(
                                "-25 to +55 °C, 207 to 253 V, 49 to 51 Hz, balanced load",
                                Axis.logarithmic("Current", "A"),
                                curves.composite(TemperatureBand.COLD_OR_HOT),
                                "MPE",
                                false))
                .section("Start and no load", registrations(result))
                .broadSection("Composite errors closest to their limits", composites(result))
                .broadSection("Points", points(result))
                .footer(PointText.caveat())
                .html();
    }

    private static Fragment figures(AccuracySubject subject, AccuracyResult result) {
        return new KeyFigures()
                .add("Verdict", result.isInside() ? "inside" : "outside", "", verdict(result.isInside()))
                .add("Points outside", String.valueOf(result.outside()), "of " + result.count())
                .add("Largest error", String.format(Locale.ROOT, "%.5f", result.largestErrorPercent()), "%")
                .add("Converter", subject.bits(), "")
                .add("Calibration", subject.isCalibrated() ? "yes" : "none", "");
    }

    private static Fragment chart(
            String title, Axis axis, List<ErrorCurve> curves, String limitName, boolean isTwoSided) {
        var chart = new LineChart(title, axis, Axis.linear("Error", "%"));
        double largest = 0;
        for (ErrorCurve curve : curves) {
            var series = new Series(curve.angle().title(), tone(curve.angle())).marked();
            for (ErrorCurve.Point point : curve.points()) {
                series.point(point.at(), point.percent());
                largest = Math.max(largest, Math.abs(point.percent()));
            }
            chart.add(series);
            chart.limit(limit(curve, limitName + ", " + curve.angle().title(), 1, axis.isLogarithmic()));
            if (isTwoSided) {
                chart.limit(limit(curve, limitName + ", " + curve.angle().title(), -1, axis.isLogarithmic()));
            }
        }
        return chart.describe(
                String.format(Locale.ROOT, "%s over %s; the largest error is %.5f %%.", title, axis.name(), largest));
    }

    /// A limit as it changes along the axis. Over the current it is a step down, at Itr; the other limits are straight.
    private static Series limit(ErrorCurve curve, String name, int sign, boolean isStep) {
        var series = new Series(name, Tone.LIMIT);
        double last = Double.NaN;
        for (ErrorCurve.Point point : curve.points()) {
            double limit = sign * point.limitPercent();
            if (isStep && Double.isFinite(last) && Math.abs(last) > Math.abs(limit)) {
                series.point(point.at(), last);
            }
            series.point(point.at(), limit);
            last = limit;
        }
        return series;
    }

    private static Tone tone(LoadAngle angle) {
        return switch (angle) {
            case UNITY -> Tone.IMPORT;
            case HALF_INDUCTIVE -> Tone.L1;
            default -> Tone.L3;
        };
    }

    private static Fragment points(AccuracyResult result) {
        var table = new Table(
                "Points", List.of("Group", "Applied", "Current", "Load", "PF", "Error, %", "Limit, %", "Verdict"));
        for (PointResult point : result.points()) {
            TestCondition condition = point.point().condition();
            table.row(
                    List.of(
                            point.point().energy().title() + ", "
                                    + point.point().group(),
                            degrees(PointText.change(condition)),
                            PointText.amperes(condition.amperes()),
                            condition.loading().title(),
                            condition.angle().shortTitle(),
                            minus(PointText.error(point.errorPercent())),
                            "±" + PointText.limit(point.point().limitPercent()),
                            PointText.verdict(point.isInside())),
                    verdict(point.isInside()));
        }
        return table;
    }

    private static Fragment composites(AccuracyResult result) {
        var table = new Table(
                "Composite errors",
                List.of(
                        "Temperature",
                        "Load",
                        "PF",
                        "Current",
                        "Error, %",
                        "dT",
                        "dU",
                        "df",
                        "Together",
                        "MPE",
                        "Verdict"));
        for (CompositeError composite : PointText.closest(result)) {
            table.row(
                    List.of(
                            degrees(minus(composite.band().title())),
                            composite.loading().title(),
                            composite.angle().shortTitle(),
                            PointText.amperes(composite.amperes()),
                            minus(PointText.error(composite.errorPercent())),
                            minus(PointText.error(composite.temperaturePercent())),
                            minus(PointText.error(composite.voltagePercent())),
                            minus(PointText.error(composite.frequencyPercent())),
                            minus(PointText.error(composite.percent())),
                            "±" + PointText.limit(composite.limitPercent()),
                            PointText.verdict(composite.isInside())),
                    verdict(composite.isInside()));
        }
        return table;
    }

    private static Fragment registrations(AccuracyResult result) {
        var table = new Table("Start and no load", List.of("Test", "Pulses", "Verdict"));
        for (RegistrationResult test : result.registrations()) {
            table.row(
                    List.of(test.title(), PointText.pulses(test), PointText.verdict(test.isInside())),
                    verdict(test.isInside()));
        }
        return table;
    }

    /// The sign a printed number has.
    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }

    private static String degrees(String celsius) {
        return celsius.endsWith(" C") ? celsius.substring(0, celsius.length() - 1) + "°C" : celsius;
    }

    private static Verdict verdict(boolean isInside) {
        return isInside ? Verdict.PASS : Verdict.FAIL;
    }
}
