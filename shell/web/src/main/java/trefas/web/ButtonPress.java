package trefas.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// What somebody sends to a button: nothing for a press, `{"hold": "6s"}` for a long one, `{"slot": "vertical"}` or
/// `{"slot": "turned"}` for the slot of the right one.
sealed interface ButtonPress {

    /// A press of so many seconds is a long one (dossier 6.4).
    int LONG_SECONDS = 6;

    String HOLD = "hold";
    String SLOT = "slot";

    /// Pressed and let go.
    record Pressed(boolean isLong) implements ButtonPress {}

    record Turned(boolean isVertical) implements ButtonPress {}

    /// Neither of them.
    ///
    /// @param sentence what is wrong, for the person who sent it
    record Refused(String sentence) implements ButtonPress {}

    /// A press of a button.
    static ButtonPress press(byte[] body) {
        if (body.length == 0) {
            return new Pressed(/* isLong= */ false);
        }
        return switch (one(HOLD, body)) {
            case One.Text(String text) -> held(text);
            case One.Wrong() -> new Refused("Send nothing for a short press, or {\"hold\": \"6s\"}.");
        };
    }

    /// Another position of the slot.
    static ButtonPress turn(byte[] body) {
        return switch (one(SLOT, body)) {
            case One.Text(String text)
            when text.equals("vertical") || text.equals("turned") -> new Turned(text.equals("vertical"));
            case One.Text _, One.Wrong _ -> new Refused("Send {\"slot\": \"vertical\"} or {\"slot\": \"turned\"}.");
        };
    }

    private static ButtonPress held(String text) {
        return text.matches("\\d{1,2}(\\.\\d{1,3})? ?s")
                ? new Pressed(Double.parseDouble(text.replace("s", "").strip()) >= LONG_SECONDS)
                : new Refused("hold takes seconds up to 99 such as \"6s\" or \"0.5s\".");
    }

    /// An object of one text.
    sealed interface One {
        record Text(String text) implements One {}

        record Wrong() implements One {}
    }

    private static One one(String name, byte[] body) {
        try (JsonParser json = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            boolean isNamed = json.nextToken() == JsonToken.START_OBJECT
                    && json.nextToken() == JsonToken.PROPERTY_NAME
                    && json.currentName().equals(name)
                    && json.nextToken() == JsonToken.VALUE_STRING;
            if (!isNamed) {
                return new One.Wrong();
            }
            String text = json.getString();
            return json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null
                    ? new One.Text(text)
                    : new One.Wrong();
        } catch (JacksonException malformed) {
            return new One.Wrong();
        }
    }
}
