package trefas.device.display;

/// What an item's value field says.
@FunctionalInterface
interface DisplayValue {

    /// Digits, minus, dots and colons only.
    String text(Displayed meter);

    /// The same for the sentence, where nothing has to take turns.
    default String spoken(Displayed meter) {
        return text(meter);
    }
}
