package trefas.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import trefas.device.display.DisplayItem;
import trefas.device.display.DisplayLists;
import trefas.device.display.FrontPanel;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;
import trefas.device.register.MeasuredEnergies;

/// What stands below `meter.display:`, the three lists and the functions of the right button.
final class DisplaySection {

    static final String RIGHT_BUTTON = "right-button";

    private static final String KNOWN_ITEMS =
            "one of " + DisplayItem.ALL.stream().map(DisplayItem::written).collect(Collectors.joining(", "));
    private static final String KNOWN_FUNCTIONS = "one of " + String.join(", ", RightButton.names());

    private DisplaySection() {}

    /// @param measured X9, which says what registers are legal
    static FrontPanel read(YamlSection display, MeasuredEnergies measured) {
        DisplayLists made = DisplayLists.DEFAULT;
        List<DisplayItem> automatic =
                items(display, "automatic", made.automatic(), items -> DisplayLists.checkAutomatic(items, measured));
        List<DisplayItem> consumer =
                items(display, "consumer", made.consumer(), items -> DisplayLists.checkConsumer(items, measured));
        List<DisplayItem> utility = items(display, "utility", made.utility(), DisplayLists::checkUtility);
        RightButton button = rightButton(display);
        display.refuse("auto", "meter.display.auto is called meter.display.automatic");
        display.refuse("manual", "meter.display.manual is called meter.display.consumer");
        display.refuseOthers();
        return FrontPanel.DEFAULT
                .withLists(new DisplayLists(automatic, consumer, utility))
                .withRightButton(button);
    }

    /// The default where nothing stands or something is wrong, which is told.
    private static List<DisplayItem> items(
            YamlSection display, String key, List<DisplayItem> made, Function<List<DisplayItem>, List<String>> check) {
        List<DisplayItem> written =
                display.list(key, KNOWN_ITEMS, DisplayItem::parse).orElse(made);
        List<String> problems = check.apply(written);
        problems.forEach(problem -> display.problem(key, problem));
        return problems.isEmpty() ? written : made;
    }

    /// The functions in the order in which the button leads through them, whatever their order here.
    private static RightButton rightButton(YamlSection display) {
        List<String> named = display.list(
                        RIGHT_BUTTON, KNOWN_FUNCTIONS, text -> Optional.of(text).filter(RightButton.names()::contains))
                .orElse(List.of());
        return new RightButton(
                named.contains(RightButton.UTILITY_LIST),
                RightDeed.ALL.stream()
                        .filter(deed -> named.contains(deed.title()))
                        .toList());
    }
}
