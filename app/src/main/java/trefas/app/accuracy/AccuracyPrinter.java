package trefas.app.accuracy;

import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.metrology.ChannelCalibration;
import trefas.metrology.SampleBlock;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.TestCondition;
import trefas.simulation.bench.AccuracyResult;
import trefas.simulation.bench.CompositeError;
import trefas.simulation.bench.PointResult;
import trefas.simulation.bench.RegistrationResult;

/// Turns the result of an accuracy run into text: a table for people, JSON and CSV for programs.
public enum AccuracyPrinter {
    TABLE {
        @Override
        public String print(AccuracySubject subject, AccuracyResult result) {
            return String.join(System.lineSeparator(), AccuracyTable.lines(subject, result));
        }
    },
    JSON {
        @Override
        public String print(AccuracySubject subject, AccuracyResult result) {
            var text = new StringWriter();
            try (JsonGenerator json =
                    JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) text)) {
                json.writeStartObject();
                json.writeStringProperty("class", result.accuracyClass().name());
                json.writeStringProperty("frontEnd", subject.frontEnd());
                json.writeStringProperty("bits", subject.bits());
                json.writeBooleanProperty("calibrated", subject.isCalibrated());
                json.writeBooleanProperty("inside", result.isInside());
                json.writeNumberProperty("largest_error_percent", result.largestErrorPercent());
                json.writeArrayPropertyStart("points");
                result.points().forEach(point -> write(point, json));
                json.writeEndArray();
                json.writeArrayPropertyStart("registration");
                result.registrations().forEach(test -> write(test, json));
                json.writeEndArray();
                json.writeArrayPropertyStart("composite");
                result.composites().forEach(composite -> write(composite, json));
                json.writeEndArray();
                json.writeArrayPropertyStart("calibration");
                for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                    write(channel, result.constants().channel(channel), json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            return text.toString();
        }
    },
    /// The points only.
    CSV {
        @Override
        public String print(AccuracySubject subject, AccuracyResult result) {
            var lines = new ArrayList<String>();
            lines.add("energy,group,volts,hertz,celsius,amperes,load,angle,shape,sequence,missing,"
                    + "applied_wh,registered_wh,error_percent,limit_percent,inside");
            for (PointResult point : result.points()) {
                lines.add(String.join(",", cells(point)));
            }
            return String.join(System.lineSeparator(), lines);
        }
    };

    private static final double SECONDS_PER_HOUR = 3_600;

    /// The text of a result, without a line's end behind it.
    public abstract String print(AccuracySubject subject, AccuracyResult result);

    private static List<String> cells(PointResult result) {
        TestCondition condition = result.point().condition();
        Energy energy = result.point().energy();
        return List.of(
                energy.title(),
                result.point().group(),
                number(condition.volts()),
                number(condition.hertz()),
                number(condition.celsius()),
                number(condition.amperes()),
                condition.loading().title(),
                condition.angle().shortTitle(),
                condition.shape().title(),
                sequence(condition),
                missing(condition),
                number(result.measurement().applied(energy) / SECONDS_PER_HOUR),
                number(result.measurement().registered(energy) / SECONDS_PER_HOUR),
                String.format(Locale.ROOT, "%.9f", result.errorPercent()),
                number(result.point().limitPercent()),
                String.valueOf(result.isInside()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9f", value).replaceFirst("[.]?0+$", "");
    }

    private static String sequence(TestCondition condition) {
        return condition.isReversed() ? "L1L3L2" : "L1L2L3";
    }

    private static String missing(TestCondition condition) {
        return condition.missing() == TestCondition.NONE ? "" : "L" + (condition.missing() + 1);
    }

    private static void write(PointResult result, JsonGenerator json) {
        TestCondition condition = result.point().condition();
        Energy energy = result.point().energy();
        json.writeStartObject();
        json.writeStringProperty("energy", energy.title());
        json.writeStringProperty("group", result.point().group());
        json.writeBooleanProperty("additional", result.point().reference().isPresent());
        json.writeNumberProperty("volts", condition.volts());
        json.writeNumberProperty("hertz", condition.hertz());
        json.writeNumberProperty("celsius", condition.celsius());
        json.writeNumberProperty("amperes", condition.amperes());
        json.writeStringProperty("load", condition.loading().title());
        json.writeStringProperty("angle", condition.angle().shortTitle());
        json.writeStringProperty("shape", condition.shape().title());
        json.writeStringProperty("sequence", sequence(condition));
        json.writeStringProperty("missing", missing(condition));
        json.writeNumberProperty("applied_wh", result.measurement().applied(energy) / SECONDS_PER_HOUR);
        json.writeNumberProperty("registered_wh", result.measurement().registered(energy) / SECONDS_PER_HOUR);
        json.writeNumberProperty("error_percent", result.errorPercent());
        json.writeNumberProperty("limit_percent", result.point().limitPercent());
        json.writeBooleanProperty("inside", result.isInside());
        json.writeEndObject();
    }

    private static void write(RegistrationResult test, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("test", test.title());
        json.writeNumberProperty("seconds", test.seconds());
        json.writeNumberProperty("pulses", test.pulses());
        if (!Double.isNaN(test.firstSeconds())) {
            json.writeNumberProperty("first_pulse_seconds", test.firstSeconds());
        }
        json.writeNumberProperty("least_pulses", test.leastPulses());
        json.writeNumberProperty("most_pulses", test.mostPulses());
        json.writeBooleanProperty("inside", test.isInside());
        json.writeEndObject();
    }

    private static void write(CompositeError composite, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("band", composite.band().title());
        json.writeStringProperty("load", composite.loading().title());
        json.writeStringProperty("angle", composite.angle().shortTitle());
        json.writeNumberProperty("amperes", composite.amperes());
        json.writeNumberProperty("error_percent", composite.errorPercent());
        json.writeNumberProperty("temperature_percent", composite.temperaturePercent());
        json.writeNumberProperty("voltage_percent", composite.voltagePercent());
        json.writeNumberProperty("frequency_percent", composite.frequencyPercent());
        json.writeNumberProperty("composite_percent", composite.percent());
        json.writeNumberProperty("limit_percent", composite.limitPercent());
        json.writeBooleanProperty("inside", composite.isInside());
        json.writeEndObject();
    }

    private static void write(int channel, ChannelCalibration constants, JsonGenerator json) {
        boolean isVoltage = channel < SampleBlock.current(0);
        json.writeStartObject();
        json.writeStringProperty(
                "channel", (isVoltage ? "U" : "I") + (1 + (isVoltage ? channel : channel - SampleBlock.current(0))));
        json.writeNumberProperty("offset", constants.offset());
        json.writeNumberProperty("gain", constants.gain());
        json.writeNumberProperty("advance_seconds", constants.advanceSeconds());
        json.writeEndObject();
    }
}
