package trefas.device.log;

/// Takes the rows of a logger one by one, so that no reader needs them all in memory.
@FunctionalInterface
public interface ProfileVisitor {

    void row(ProfileEntry entry);
}
