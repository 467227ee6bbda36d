package trefas.device.configuration;

/// Who says which tariff holds (Z13).
public sealed interface TariffControl {

    /// Tariff 1 always holds.
    record Disabled() implements TariffControl {}

    /// The inputs of the plug-in module (Z3).
    record ModulePort() implements TariffControl {}

    /// A register that is written from outside.
    record Register() implements TariffControl {}

    /// A plan inside the meter.
    ///
    /// @param orderForm number of the plan, 3 to 999
    record Plan(int orderForm) implements TariffControl {}
}
