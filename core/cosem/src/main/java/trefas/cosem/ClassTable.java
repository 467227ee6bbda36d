package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.InterfaceClass.Attribute;
import trefas.cosem.InterfaceClass.Method;

/// Reads the tables in which our interface classes are written. First the line of the class, then its attributes
/// from 2 on, then its methods:
///
/// ```
/// 3 0 Register
/// 2 value *
/// 3 scaler_unit scal_unit
/// m1 reset
/// m2 example os -> os
/// ```
///
/// Only we write them, so whatever can't be read is a bug.
final class ClassTable {

    /// What a method takes that has no parameter: integer 0, or nothing.
    private static final String NO_PARAMETER = "null|i8";

    private static final String RETURNS = " -> ";

    private ClassTable() {}

    static InterfaceClass read(String table) {
        List<String> lines = table.lines().map(String::strip).toList();
        String[] head = lines.getFirst().split(" ", 3);
        var attributes = new ArrayList<Attribute>();
        attributes.add(new Attribute("logical_name", AttributeType.of("LN")));
        var methods = new ArrayList<Method>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("m")) {
                methods.add(method(line, methods.size() + 1));
            } else {
                attributes.add(attribute(line, attributes.size() + 1));
            }
        }
        return new InterfaceClass(Integer.parseInt(head[0]), Integer.parseInt(head[1]), head[2], attributes, methods);
    }

    private static Attribute attribute(String line, int expectedId) {
        String[] words = line.split(" ", 3);
        if (words.length != 3 || Integer.parseInt(words[0]) != expectedId) {
            throw new IllegalArgumentException("expected attribute " + expectedId + ": " + line);
        }
        return new Attribute(words[1], AttributeType.of(words[2]));
    }

    private static Method method(String line, int expectedId) {
        int arrow = line.indexOf(RETURNS);
        String[] words = (arrow < 0 ? line : line.substring(0, arrow)).split(" ", 3);
        if (words.length < 2 || Integer.parseInt(words[0].substring(1)) != expectedId) {
            throw new IllegalArgumentException("expected method " + expectedId + ": " + line);
        }
        return new Method(
                words[1],
                AttributeType.of(words.length == 2 ? NO_PARAMETER : words[2]),
                AttributeType.of(arrow < 0 ? "null" : line.substring(arrow + RETURNS.length())));
    }
}
