package trefas.device.module;

/// What a port of a module is wired for, and whether its sense is turned round.
public record WiredPort(PortUse use, boolean isInverted) {}
