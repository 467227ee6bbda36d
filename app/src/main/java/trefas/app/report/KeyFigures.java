package trefas.app.report;

import java.util.ArrayList;
import java.util.List;

/// The few numbers a reader came for, large.
public final class KeyFigures implements Fragment {

    private record Key(String name, String value, String unit, Verdict verdict) {}

    private final List<Key> keys = new ArrayList<>();

    /// Starts without numbers.
    public KeyFigures() {}

    /// Adds a number without a verdict.
    public KeyFigures add(String name, String value, String unit) {
        return add(name, value, unit, Verdict.NONE);
    }

    /// Adds a number and how it compares with its limit.
    public KeyFigures add(String name, String value, String unit, Verdict verdict) {
        keys.add(new Key(name, value, unit, verdict));
        return this;
    }

    @Override
    public String html() {
        var html = new StringBuilder("<dl class=\"keys\">\n");
        for (Key key : keys) {
            html.append("<div class=\"").append(key.verdict().style()).append("\"><dt>");
            html.append(Markup.escape(key.name())).append("</dt><dd>").append(Markup.escape(key.value()));
            if (!key.unit().isEmpty()) {
                html.append(" <small>").append(Markup.escape(key.unit())).append("</small>");
            }
            html.append("</dd></div>\n");
        }
        return html.append("</dl>\n").toString();
    }
}
