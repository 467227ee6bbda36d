package trefas.storage;

import trefas.device.memory.RecordName;

/// What records are called when there is trouble with one.
final class RecordWords {

    private RecordWords() {}

    static String of(RecordName name) {
        return switch (name.kind()) {
            case SETTINGS -> "settings";
            case SECURITY -> "keys and counters";
            case STANDARD_MODEL -> "settings of the second object model";
            case IMAGE -> "octets of the firmware image";
        };
    }
}
