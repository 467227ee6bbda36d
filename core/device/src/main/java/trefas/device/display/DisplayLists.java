package trefas.device.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import trefas.device.register.MeasuredEnergies;

/// What a meter shows by itself and what its buttons lead through (dossier 6.2). Shared by all meters of a
/// configuration. An item that a meter does not measure may stand there; it is passed over.
///
/// @param automatic shifts every 10 s; 1 to 16 items
/// @param consumer the left button's list; at most 30 items, all legal registers among them
/// @param utility the right button's list; at most 16 items
public record DisplayLists(List<DisplayItem> automatic, List<DisplayItem> consumer, List<DisplayItem> utility) {

    public static final int AUTOMATIC_ITEMS_MAX = 16;
    public static final int CONSUMER_ITEMS_MAX = 30;
    public static final int UTILITY_ITEMS_MAX = 16;

    /// The registers a four-quadrant meter is billed by.
    public static final List<DisplayItem> LEGAL =
            List.of(DisplayItem.A_PLUS, DisplayItem.A_MINUS, DisplayItem.R_PLUS, DisplayItem.R_MINUS);

    /// Our choice, since the order number that picks the lists is customer specific (decision 0045).
    public static final DisplayLists DEFAULT = new DisplayLists(
            List.of(DisplayItem.A_PLUS, DisplayItem.A_MINUS),
            List.of(
                    DisplayItem.A_PLUS,
                    DisplayItem.A_MINUS,
                    DisplayItem.R_PLUS,
                    DisplayItem.R_MINUS,
                    DisplayItem.P_PLUS,
                    DisplayItem.P_MINUS,
                    DisplayItem.U_L1,
                    DisplayItem.U_L2,
                    DisplayItem.U_L3,
                    DisplayItem.I_L1,
                    DisplayItem.I_L2,
                    DisplayItem.I_L3,
                    DisplayItem.TIME_DATE,
                    DisplayItem.METER_NUMBER_1,
                    DisplayItem.DISPLAY_TEST),
            List.of(
                    DisplayItem.SERIAL_NUMBER,
                    DisplayItem.INFO,
                    DisplayItem.HOURS,
                    DisplayItem.DEBITING_PERIODS,
                    DisplayItem.P_PLUS_PEAK,
                    DisplayItem.P_PLUS_PEAK_TIME,
                    DisplayItem.POWER_THRESHOLD,
                    DisplayItem.POWER_THRESHOLD_COUNT,
                    DisplayItem.PROFILE_STATUS,
                    DisplayItem.PF,
                    DisplayItem.FREQ,
                    DisplayItem.SOFTWARE,
                    DisplayItem.CHECKSUM));

    /// Lists that break a rule on every meter are our bug here; ask the checks first about lists somebody else wrote.
    public DisplayLists {
        automatic = List.copyOf(automatic);
        consumer = List.copyOf(consumer);
        utility = List.copyOf(utility);
        List<String> problems = Stream.of(
                        checkAutomatic(automatic, MeasuredEnergies.FOUR_QUADRANTS),
                        checkConsumer(consumer, MeasuredEnergies.ACTIVE_IMPORT),
                        checkUtility(utility))
                .flatMap(List::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything wrong with an automatic list, each in one line; empty if it may be used.
    ///
    /// @param measured X9
    public static List<String> checkAutomatic(List<DisplayItem> items, MeasuredEnergies measured) {
        var problems = new ArrayList<String>();
        if (items.isEmpty() || items.size() > AUTOMATIC_ITEMS_MAX) {
            problems.add("the automatic list has " + items.size() + " items, expected 1 to " + AUTOMATIC_ITEMS_MAX);
        } else if (items.stream().noneMatch(item -> item.isMeasured(measured))) {
            problems.add("the automatic list holds nothing that this meter measures");
        }
        return List.copyOf(problems);
    }

    /// Everything wrong with a consumer list.
    ///
    /// @param measured X9, which the legal registers follow
    public static List<String> checkConsumer(List<DisplayItem> items, MeasuredEnergies measured) {
        var problems = new ArrayList<String>();
        if (items.size() > CONSUMER_ITEMS_MAX) {
            problems.add("the consumer list has " + items.size() + " items, expected at most " + CONSUMER_ITEMS_MAX);
        }
        for (DisplayItem legal : LEGAL) {
            if (legal.isMeasured(measured) && !items.contains(legal)) {
                problems.add("the consumer list leaves out " + legal.code() + ", " + legal.meaning()
                        + ", which the meter is billed by");
            }
        }
        return List.copyOf(problems);
    }

    /// Everything wrong with a utility list.
    public static List<String> checkUtility(List<DisplayItem> items) {
        return items.size() <= UTILITY_ITEMS_MAX
                ? List.of()
                : List.of("the utility list has " + items.size() + " items, expected at most " + UTILITY_ITEMS_MAX);
    }

    /// Whether any list has a reading of a tariff: only then does the display mark the active one (dossier 6.1).
    boolean hasTariffReading() {
        return automatic.stream().anyMatch(DisplayItem::isOfTariff)
                || consumer.stream().anyMatch(DisplayItem::isOfTariff)
                || utility.stream().anyMatch(DisplayItem::isOfTariff);
    }
}
