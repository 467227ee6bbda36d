package trefas.device.display;

/// What the glass says, in characters: for tests, terminals and people who listen instead of look.
///
/// @param identification the code field, such as `1.8.0`
/// @param value the value field, leading zeros included
/// @param unit as people write it, empty if there is none
/// @param text the text field of four characters, as it stands in this second
/// @param sentence all of it in words, such as `1.8.0 0012345.67 kWh, imported active energy`
public record DisplayText(String identification, String value, String unit, String text, String sentence) {

    static final DisplayText BLANK = new DisplayText("", "", "", "", "The display is dark: no supply.");

    static final DisplayText STARTING = new DisplayText("", "", "", "", "The meter starts.");

    static final DisplayText TEST = new DisplayText("", "", "", "", "Display test: all segments are on.");
}
