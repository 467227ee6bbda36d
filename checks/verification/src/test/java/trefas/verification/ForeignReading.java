package trefas.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything a meter lets a foreign client read: each attribute of each object of the object list.
///
/// @param values attribute as `3/1.1.1.8.0.255:2`, value in one form for all clients
/// @param problems what could not be read or decoded though the object list promises it
/// @param misfits what could be decoded, and the client's own object of the class did not take
record ForeignReading(Map<String, String> values, List<String> problems, List<String> misfits) {

    ForeignReading {
        values = new TreeMap<>(values);
        problems = List.copyOf(problems);
        misfits = List.copyOf(misfits);
    }
}
