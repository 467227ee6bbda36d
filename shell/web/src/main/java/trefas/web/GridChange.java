package trefas.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import trefas.web.Control.Slider;
import trefas.web.Control.Switch;
import trefas.web.Setting.Automatic;
import trefas.web.Setting.On;
import trefas.web.Setting.Value;

/// What somebody asks the controls to become: `{"load": 3.2, "sun": "auto", "cloud": true}`. It is read and
/// checked as a whole before anything moves.
sealed interface GridChange {

    String AUTO = "auto";

    /// Every setting suits its control.
    record Wanted(Map<String, Setting> settings) implements GridChange {}

    /// Nothing may move.
    ///
    /// @param sentence what is wrong, for the person who sent it
    record Refused(String sentence) implements GridChange {}

    static GridChange parse(byte[] body, List<Control> controls) {
        try (JsonParser json = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Refused("Send a JSON object such as {\"load\": 3.2} or {\"load\": \"auto\"}.");
            }
            var settings = new LinkedHashMap<String, Setting>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String id = json.currentName();
                json.nextToken();
                Optional<Control> control =
                        controls.stream().filter(c -> c.id().equals(id)).findFirst();
                if (control.isEmpty()) {
                    return new Refused("This meter has no control named \"" + id + "\".");
                }
                switch (setting(json, control.get())) {
                    case Checked.Good(Setting setting) -> settings.put(id, setting);
                    case Checked.Bad(String sentence) -> {
                        return new Refused(sentence);
                    }
                }
            }
            return json.nextToken() == null
                    ? new Wanted(settings)
                    : new Refused("There is something after the JSON object.");
        } catch (JacksonException malformed) {
            return new Refused("The body is not JSON: " + malformed.getOriginalMessage());
        }
    }

    /// Whether one value suits its control.
    sealed interface Checked {
        record Good(Setting setting) implements Checked {}

        record Bad(String sentence) implements Checked {}
    }

    private static Checked setting(JsonParser json, Control control) {
        return switch (control) {
            case Slider slider -> slider(json, slider);
            case Switch toggle ->
                switch (json.currentToken()) {
                    case VALUE_TRUE -> new Checked.Good(new On(true));
                    case VALUE_FALSE -> new Checked.Good(new On(false));
                    default -> new Checked.Bad(toggle.id() + " is a switch: send true or false.");
                };
        };
    }

    private static Checked slider(JsonParser json, Slider slider) {
        String expected = slider.id() + " takes a number from " + slider.min() + " to " + slider.max()
                + (slider.unit().isEmpty() ? "" : " " + slider.unit()) + ", or \"" + AUTO + "\".";
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return AUTO.equals(json.getString()) ? new Checked.Good(new Automatic()) : new Checked.Bad(expected);
        }
        if (!json.currentToken().isNumeric()) {
            return new Checked.Bad(expected);
        }
        double value = json.getDoubleValue();
        return value >= slider.min() && value <= slider.max()
                ? new Checked.Good(new Value(value))
                : new Checked.Bad(expected);
    }
}
