package trefas.web;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.device.display.DisplayFrame;
import trefas.device.display.DisplayMark;
import trefas.device.display.SegmentRow;
import trefas.web.Control.Slider;
import trefas.web.Control.Switch;
import trefas.web.Moment.PhaseValues;

/// How a meter is written in JSON. The shapes are those of `openapi.yaml`.
final class Json {

    static final JsonFactory FACTORY = new JsonFactory();

    private static final double MILLI = 1_000.0;

    private Json() {}

    static String object(Consumer<JsonGenerator> properties) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    static String meters(Desk desk) {
        return object(json -> {
            json.writeArrayPropertyStart("meters");
            json.writeStartObject();
            summary(json, desk);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    static String meter(Desk desk) {
        return object(json -> {
            summary(json, desk);
            json.writeArrayPropertyStart("plate");
            desk.plateLines().stream().limit(Desk.PLATE_LINES_MAX).forEach(json::writeString);
            json.writeEndArray();
            live(json, desk.moment());
        });
    }

    static String live(Moment moment) {
        return object(json -> live(json, moment));
    }

    static String display(DisplayFrame frame) {
        return object(json -> {
            row(json, "identification", frame.identification(), DisplayFrame.IDENTIFICATION_DIGITS);
            row(json, "value", frame.value(), DisplayFrame.VALUE_DIGITS);
            cells(json, "text", DisplayFrame.TEXT_CHARACTERS, frame::textCell);
            marks(json, "marks", frame.marks());
            marks(json, "blinking", frame.blinking());
            json.writeObjectPropertyStart("words");
            json.writeStringProperty("identification", frame.words().identification());
            json.writeStringProperty("value", frame.words().value());
            json.writeStringProperty("unit", frame.words().unit());
            json.writeStringProperty("text", frame.words().text());
            json.writeStringProperty("sentence", frame.words().sentence());
            json.writeEndObject();
        });
    }

    static String rightButton(RightButtonState button) {
        return object(json -> {
            json.writeStringProperty("slot", button.isUnsealed() ? "vertical" : "turned");
            json.writeArrayPropertyStart("functions");
            button.functions().forEach(json::writeString);
            json.writeEndArray();
        });
    }

    static String registers(Moment moment, List<RegisterReading> registers) {
        return object(json -> {
            json.writeStringProperty("t", time(moment));
            json.writeArrayPropertyStart("registers");
            for (RegisterReading register : registers) {
                json.writeStartObject();
                json.writeStringProperty("obis", register.obis().toString());
                json.writeStringProperty("title", register.title());
                json.writeNumberProperty("value", register.value());
                json.writeNumberProperty("scaler", register.scaler());
                json.writeStringProperty("unit", register.unit());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String grid(Desk desk) {
        return object(json -> {
            json.writeStringProperty("drivenBy", desk.drivenBy());
            json.writeArrayPropertyStart("controls");
            desk.controls().forEach(control -> control(json, control));
            json.writeEndArray();
        });
    }

    static String module(ModuleState module) {
        return object(json -> {
            json.writeBooleanProperty("used", module.isUsed());
            json.writeArrayPropertyStart("ports");
            module.ports().forEach(port -> port(json, port));
            json.writeEndArray();
            json.writeArrayPropertyStart("relays");
            for (ModuleState.Relay relay : module.relays()) {
                json.writeStartObject();
                json.writeNumberProperty("relay", relay.number());
                json.writeBooleanProperty("on", relay.isOn());
                json.writeNumberProperty("waitSeconds", relay.waitSeconds());
                json.writeStringProperty("why", relay.why());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("controls");
            module.controls().forEach(control -> control(json, control));
            json.writeEndArray();
        });
    }

    private static void port(JsonGenerator json, ModuleState.Port port) {
        json.writeStartObject();
        json.writeNumberProperty("port", port.number());
        json.writeStringProperty("use", port.use());
        json.writeStringProperty(
                "direction",
                switch (port.direction()) {
                    case INPUT -> "input";
                    case OUTPUT -> "output";
                    case NONE -> "none";
                });
        json.writeBooleanProperty("on", port.isOn());
        port.count().ifPresent(count -> {
            json.writeNumberProperty("count", count.value());
            json.writeStringProperty("unit", count.unit());
        });
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Desk desk) {
        json.writeStringProperty("serial", desk.serialNumber());
        json.writeStringProperty("type", desk.typeNumber());
        json.writeBooleanProperty("demo", desk.isDemo());
        json.writeStringProperty("drivenBy", desk.drivenBy());
    }

    private static void live(JsonGenerator json, Moment moment) {
        json.writeStringProperty("t", time(moment));
        json.writeStringProperty("speed", moment.speed());
        json.writeNumberProperty("pulses", moment.pulses());
        json.writeBooleanProperty("ledLit", moment.isLedLit());
        json.writeNumberProperty("importWatts", moment.importMilliwatts() / MILLI);
        json.writeNumberProperty("exportWatts", moment.exportMilliwatts() / MILLI);
        phases(json, "u", moment, PhaseValues::millivolts);
        phases(json, "i", moment, PhaseValues::milliamperes);
        phases(json, "p", moment, PhaseValues::milliwatts);
        phases(json, "q", moment, PhaseValues::millivars);
        json.writeNumberProperty("f", moment.millihertz() / MILLI);
    }

    private static String time(Moment moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.time().withNano(0));
    }

    private static void phases(JsonGenerator json, String name, Moment moment, ToIntFunction<PhaseValues> milli) {
        json.writeArrayPropertyStart(name);
        moment.phases().forEach(phase -> json.writeNumber(milli.applyAsInt(phase) / MILLI));
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, String name, SegmentRow row, int digits) {
        cells(json, name, digits, row::cell);
    }

    private static void cells(JsonGenerator json, String name, int count, IntUnaryOperator cell) {
        json.writeArrayPropertyStart(name);
        for (int i = 0; i < count; i++) {
            json.writeNumber(cell.applyAsInt(i));
        }
        json.writeEndArray();
    }

    private static void marks(JsonGenerator json, String name, long bits) {
        json.writeArrayPropertyStart(name);
        for (DisplayMark mark : DisplayMark.ALL) {
            if ((bits & mark.bit()) != 0) {
                json.writeString(mark.name());
            }
        }
        json.writeEndArray();
    }

    private static void control(JsonGenerator json, Control control) {
        json.writeStartObject();
        json.writeStringProperty("id", control.id());
        json.writeStringProperty("title", control.title());
        switch (control) {
            case Slider slider -> {
                json.writeStringProperty("kind", "slider");
                json.writeStringProperty("unit", slider.unit());
                json.writeStringProperty("unitBelowZero", slider.unitBelowZero());
                json.writeNumberProperty("min", slider.min());
                json.writeNumberProperty("max", slider.max());
                json.writeNumberProperty("step", slider.step());
                json.writeNumberProperty("value", slider.value());
                json.writeBooleanProperty("automatic", slider.automatic());
            }
            case Switch toggle -> {
                json.writeStringProperty("kind", "switch");
                json.writeBooleanProperty("on", toggle.on());
            }
        }
        json.writeEndObject();
    }
}
