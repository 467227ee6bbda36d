package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import trefas.dlms.explain.Explanation.Source;

/// An explanation being put together.
final class Part {

    private final Source source;
    private final int offset;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int length;
    private String name;
    private String value = "";

    Part(Source source, int offset, String name) {
        this.source = source;
        this.offset = offset;
        this.name = name;
    }

    String name() {
        return name;
    }

    /// What the last part inside says.
    String lastValue() {
        return parts.isEmpty() ? "" : parts.getLast().value;
    }

    Part endingAt(int end) {
        length = end - offset;
        return this;
    }

    Part called(String newName) {
        name = newName;
        return this;
    }

    Part saying(String words) {
        value = words;
        return this;
    }

    Part with(Part part) {
        parts.add(part);
        return this;
    }

    Part remark(Remark.Kind kind, int at, String text) {
        remarks.add(new Remark(kind, at, text));
        return this;
    }

    Explanation finish() {
        return new Explanation(
                source,
                offset,
                length,
                name,
                value,
                remarks,
                parts.stream().map(Part::finish).toList());
    }
}
