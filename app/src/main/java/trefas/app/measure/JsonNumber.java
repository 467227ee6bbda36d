package trefas.app.measure;

import tools.jackson.core.JsonGenerator;

/// Numbers in JSON: `null` where nothing was measured.
final class JsonNumber {

    private JsonNumber() {}

    static void write(JsonGenerator json, String name, double value) {
        json.writeName(name);
        write(json, value);
    }

    static void write(JsonGenerator json, double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
