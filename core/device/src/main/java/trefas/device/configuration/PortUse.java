package trefas.device.configuration;

/// What a port does, and whether its sense is turned round.
public record PortUse(PortRole role, boolean isInverted) {

    @Override
    public String toString() {
        return role + (isInverted ? ", inverted" : "");
    }
}
