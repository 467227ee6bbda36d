package trefas.device.display;

import trefas.device.register.Readings;

/// Where an item's value field comes from.
@FunctionalInterface
interface DisplayValue {

    /// Digits, minus, dots and colons only.
    String text(Readings readings);
}
