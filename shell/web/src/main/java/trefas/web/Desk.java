package trefas.web;

import java.util.List;
import java.util.Optional;

/// What stands behind a meter's face: everything the page may see and do. Called from many threads at once, so an
/// implementation guards its meter.
public interface Desk {

    /// Whether the meter can be relied on now; a meter that has lost its memory cannot. A desk stands only once its
    /// meter lives, so one that does not say otherwise is ready.
    default boolean isReady() {
        return true;
    }

    /// The number on the plate, 8 digits.
    String serialNumber();

    /// The type number of 18 characters (dossier 2.1).
    String typeNumber();

    /// Lines for the name plate, at most [#PLATE_LINES_MAX]: only what is true of this meter.
    List<String> plateLines();

    /// What drives the meter, in words such as `a simulated house of 3 people` or `a replay of day.csv`.
    String drivenBy();

    /// Whether this is a demo that keeps nothing.
    boolean isDemo();

    /// The meter at this moment.
    Moment moment();

    /// What people can move, in the order to show it; empty when nothing can be driven by hand.
    List<Control> controls();

    /// Moves a control, or gives it back to whatever drives the meter. The setting has been checked against
    /// [#controls].
    ///
    /// @return empty when done, else one sentence why not
    Optional<String> set(String id, Setting setting);

    /// The module and what can be done at the case, at this moment.
    ModuleState module();

    /// Sets a control of [ModuleState#controls]. The setting has been checked against it.
    ///
    /// @return empty when done, else one sentence why not
    Optional<String> setModule(String id, Setting setting);

    /// A short press of the left button.
    void pressLeft();

    /// The registers at this moment, in the order to show them.
    List<RegisterReading> registers();

    /// The right button at this moment.
    RightButtonState rightButton();

    /// Does something else to the buttons than [#pressLeft].
    ///
    /// @return empty when done, else one sentence why not
    Optional<String> operate(ButtonDeed deed);

    /// The name plate has room for so many lines.
    int PLATE_LINES_MAX = 3;
}
