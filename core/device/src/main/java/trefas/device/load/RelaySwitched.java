package trefas.device.load;

/// A load relay must be in this position from now on.
public record RelaySwitched(LoadRelay relay, boolean isActive) {}
