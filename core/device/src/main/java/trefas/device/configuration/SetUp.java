package trefas.device.configuration;

/// What a set-up number says that has an order form (Z5, Z9, Z10, Z17, Z20, Z26).
public sealed interface SetUp {

    /// Code 000 where it means that there is nothing to set up.
    record None() implements SetUp {}

    /// The set-up of the papers, or ours where they are silent.
    record Default() implements SetUp {}

    /// A customer's own set-up. Only the customer and the factory know what it says.
    ///
    /// @param code 1 to 999
    record OrderForm(int code) implements SetUp {}
}
