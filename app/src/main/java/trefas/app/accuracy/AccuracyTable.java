package trefas.app.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import trefas.metrology.ChannelCalibration;
import trefas.metrology.SampleBlock;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.Phase;
import trefas.simulation.bench.AccuracyResult;
import trefas.simulation.bench.CompositeError;
import trefas.simulation.bench.PointResult;
import trefas.simulation.bench.RegistrationResult;

/// The result of an accuracy run for a terminal of 80 columns.
final class AccuracyTable {

    /// Widths of the columns; below 0 to the left.
    private static final List<Integer> POINT = List.of(-23, -12, 8, -9, -12, 10, 6, 3);

    private static final List<Integer> COMPOSITE = List.of(-12, -8, -7, 6, 7, 7, 7, 7, 8, 5, 3);
    private static final List<Integer> TEST = List.of(-34, -56, 3);

    private AccuracyTable() {}

    static List<String> lines(AccuracySubject subject, AccuracyResult result) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "Accuracy of class %s, %s-%s(%s) A: %s",
                result.accuracyClass(),
                number(result.rated().minimum()),
                number(result.rated().reference()),
                number(result.rated().maximum()),
                subject.title()));
        lines.add("");
        lines.add(row(POINT, "energy, group", "applied", "current", "load", "PF", "error %", "limit", ""));
        result.points().forEach(point -> lines.add(line(point)));
        lines.add("");
        lines.add("start and no load, pulses of 1000 imp/kWh");
        for (RegistrationResult test : result.registrations()) {
            lines.add(row(TEST, test.title(), PointText.pulses(test), PointText.verdict(test.isInside())));
        }
        lines.add("");
        lines.add("composite errors in %, the closest to its limit of each kind");
        lines.add(row(COMPOSITE, "temperature", "load", "PF", "I", "error", "dT", "dU", "df", "together", "limit", ""));
        PointText.closest(result).forEach(composite -> lines.add(line(composite)));
        if (subject.isCalibrated()) {
            addConstants(lines, result);
        }
        lines.add("");
        lines.add(PointText.summary(result));
        lines.add("Computes to the limits of EN 50470-3, IEC 62053-23 class 2 and 2014/32/EU;");
        lines.add("shows nothing about any real meter.");
        return lines;
    }

    private static String line(PointResult result) {
        TestCondition condition = result.point().condition();
        return row(
                POINT,
                result.point().energy().title() + ", " + result.point().group(),
                PointText.change(condition),
                PointText.amperes(condition.amperes()),
                condition.loading().title(),
                condition.angle().shortTitle(),
                PointText.error(result.errorPercent()),
                PointText.limit(result.point().limitPercent()),
                PointText.verdict(result.isInside()));
    }

    private static String line(CompositeError composite) {
        return row(
                COMPOSITE,
                composite.band().title(),
                composite.loading().title(),
                composite.angle().shortTitle(),
                PointText.amperes(composite.amperes()),
                part(composite.errorPercent()),
                part(composite.temperaturePercent()),
                part(composite.voltagePercent()),
                part(composite.frequencyPercent()),
                part(composite.percent()),
                String.format(Locale.ROOT, "%.1f", composite.limitPercent()),
                PointText.verdict(composite.isInside()));
    }

    private static void addConstants(List<String> lines, AccuracyResult result) {
        lines.add("");
        lines.add("calibration constants: true = (shown - offset) * gain, so much earlier");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            lines.add(constants("U" + (phase + 1), "V", result.constants().channel(SampleBlock.voltage(phase))));
            lines.add(constants("I" + (phase + 1), "A", result.constants().channel(SampleBlock.current(phase))));
        }
    }

    private static String constants(String channel, String unit, ChannelCalibration constants) {
        return String.format(
                Locale.ROOT,
                "%s  offset %+.6f %s  gain %.6f  %+.3f us",
                channel,
                constants.offset(),
                unit,
                constants.gain(),
                constants.advanceSeconds() * 1e6);
    }

    private static String part(double percent) {
        return String.format(Locale.ROOT, "%.4f", Math.abs(percent));
    }

    private static String number(double value) {
        return PointText.amperes(value).replace(" A", "");
    }

    private static String row(List<Integer> widths, String... cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            int width = widths.get(column);
            String blank = " ".repeat(Math.max(0, Math.abs(width) - cells[column].length()));
            line.append(width < 0 ? cells[column] + blank : blank + cells[column])
                    .append(' ');
        }
        return line.toString().stripTrailing();
    }
}
