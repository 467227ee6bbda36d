package trefas.web;

/// What a control is moved to.
public sealed interface Setting {

    /// A slider, within its range.
    record Value(double value) implements Setting {}

    /// A switch.
    record On(boolean on) implements Setting {}

    /// A slider that goes back to following what drives the meter.
    record Automatic() implements Setting {}
}
