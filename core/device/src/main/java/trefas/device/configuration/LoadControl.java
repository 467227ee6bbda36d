package trefas.device.configuration;

/// Who says when a load may run (Z14).
public sealed interface LoadControl {

    /// Nobody by this number; a port that follows the tariff (Z3) does so all the same.
    record Disabled() implements LoadControl {}

    /// Registers that are written from outside.
    record Register() implements LoadControl {}

    /// A plan inside the meter.
    ///
    /// @param orderForm number of the plan, 2 to 999
    record Plan(int orderForm) implements LoadControl {}
}
