package trefas.recording;

import java.util.regex.Pattern;

/// Somebody's text inside a sentence of ours: short, on one line, in quotation marks.
final class Quoted {

    private static final int LENGTH_MAX = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Quoted() {}

    static String quoted(String text) {
        String start = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "..." : text;
        return '"' + CONTROL.matcher(start).replaceAll("?") + '"';
    }
}
