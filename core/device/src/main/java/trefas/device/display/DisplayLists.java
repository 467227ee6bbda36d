package trefas.device.display;

import static trefas.device.display.DisplayItem.A_MINUS;
import static trefas.device.display.DisplayItem.A_PLUS;
import static trefas.device.display.DisplayItem.DISPLAY_TEST;
import static trefas.device.display.DisplayItem.I_L1;
import static trefas.device.display.DisplayItem.I_L2;
import static trefas.device.display.DisplayItem.I_L3;
import static trefas.device.display.DisplayItem.P_MINUS;
import static trefas.device.display.DisplayItem.P_PLUS;
import static trefas.device.display.DisplayItem.R_MINUS;
import static trefas.device.display.DisplayItem.R_PLUS;
import static trefas.device.display.DisplayItem.SERIAL_NUMBER;
import static trefas.device.display.DisplayItem.TIME_DATE;
import static trefas.device.display.DisplayItem.U_L1;
import static trefas.device.display.DisplayItem.U_L2;
import static trefas.device.display.DisplayItem.U_L3;

import java.util.ArrayList;
import java.util.List;

/// What a meter shows by itself and what the left button leads through (dossier 6.2). Shared by all meters of a
/// configuration.
///
/// @param auto shifts every 10 s; 1 to 16 items
/// @param manual the left button's list; at most 30 items, all legal registers among them
public record DisplayLists(List<DisplayItem> auto, List<DisplayItem> manual) {

    public static final int AUTO_ITEMS_MAX = 16;
    public static final int MANUAL_ITEMS_MAX = 30;

    /// The registers a four-quadrant meter is billed by.
    public static final List<DisplayItem> LEGAL = List.of(A_PLUS, A_MINUS, R_PLUS, R_MINUS);

    /// Our choice, since the order number that picks the lists is customer specific.
    public static final DisplayLists DEFAULT = new DisplayLists(
            List.of(A_PLUS, A_MINUS),
            List.of(
                    A_PLUS,
                    A_MINUS,
                    R_PLUS,
                    R_MINUS,
                    P_PLUS,
                    P_MINUS,
                    U_L1,
                    U_L2,
                    U_L3,
                    I_L1,
                    I_L2,
                    I_L3,
                    TIME_DATE,
                    SERIAL_NUMBER,
                    DISPLAY_TEST));

    /// Lists that break a rule are our bug here; ask [#check] first about lists somebody else wrote.
    public DisplayLists {
        auto = List.copyOf(auto);
        manual = List.copyOf(manual);
        List<String> problems = check(auto, manual);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything wrong with these lists, each in one line; empty if they may be used.
    public static List<String> check(List<DisplayItem> auto, List<DisplayItem> manual) {
        var problems = new ArrayList<String>();
        if (auto.isEmpty() || auto.size() > AUTO_ITEMS_MAX) {
            problems.add("the automatic list has " + auto.size() + " items, expected 1 to " + AUTO_ITEMS_MAX);
        }
        if (manual.size() > MANUAL_ITEMS_MAX) {
            problems.add("the manual list has " + manual.size() + " items, expected at most " + MANUAL_ITEMS_MAX);
        }
        for (DisplayItem legal : LEGAL) {
            if (!manual.contains(legal)) {
                problems.add("the manual list leaves out " + legal.code() + ", " + legal.meaning()
                        + ", which the meter is billed by");
            }
        }
        return List.copyOf(problems);
    }
}
