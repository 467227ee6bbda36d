package trefas.device.tariff;

import java.util.List;

/// Names of plans and seasons: they go out as visible-string, so 1 to 32 printable ASCII characters.
public final class PlanName {

    public static final int LENGTH_MAX = 32;

    private PlanName() {}

    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LENGTH_MAX
                && text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    /// What is wrong with a name, in one line; empty if it may be used.
    static List<String> check(String name) {
        return isName(name)
                ? List.of()
                : List.of("the name \"" + name + "\" can't be shown, expected 1 to " + LENGTH_MAX
                        + " printable ASCII characters");
    }
}
