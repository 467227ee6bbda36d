package trefas.device.display;

import java.util.ArrayList;
import java.util.List;

/// What the right button may do (Z17, dossier 6.5). Each function has to be enabled; without any the button is dead.
///
/// @param showsUtilityList whether short presses lead through the utility list
/// @param deeds whose views follow, each done by a long press
public record RightButton(boolean showsUtilityList, List<RightDeed> deeds) {

    /// Z17 000.
    public static final RightButton NONE = new RightButton(false, List.of());

    /// Every function there is.
    public static final RightButton ALL = new RightButton(true, RightDeed.ALL);

    public RightButton {
        deeds = List.copyOf(deeds);
    }

    /// The name of the utility list among the functions.
    public static final String UTILITY_LIST = "utility-list";

    /// All names that a function may have.
    public static List<String> names() {
        return ALL.functions();
    }

    /// What it may do, by the names in configurations.
    public List<String> functions() {
        var names = new ArrayList<String>();
        if (showsUtilityList) {
            names.add(UTILITY_LIST);
        }
        deeds.forEach(deed -> names.add(deed.title()));
        return List.copyOf(names);
    }

    /// What short presses lead through.
    List<DisplayView> views(DisplayLists lists) {
        var views = new ArrayList<DisplayView>(deeds.size() + lists.utility().size());
        if (showsUtilityList) {
            views.addAll(lists.utility());
        }
        views.addAll(deeds);
        return views;
    }
}
