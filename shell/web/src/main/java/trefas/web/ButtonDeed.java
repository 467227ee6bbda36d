package trefas.web;

/// What hands do to the buttons of a meter, beside a short press of the left one.
public enum ButtonDeed {
    /// A press of six seconds.
    HOLD_LEFT,
    PRESS_RIGHT,
    /// A press of six seconds.
    HOLD_RIGHT,
    /// The slot of the right button is turned upright.
    UNSEAL_RIGHT,
    /// The slot of the right button is turned across.
    SEAL_RIGHT
}
