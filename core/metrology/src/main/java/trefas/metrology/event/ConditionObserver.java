package trefas.metrology.event;

/// Is told when a condition of the supply has lasted long enough to count, and when it is over.
public interface ConditionObserver {

    /// A condition counts from now on: the moment for an alarm.
    ///
    /// @param startSeconds when it came up
    void began(SupplyCondition condition, double startSeconds);

    /// A condition is over.
    void ended(ConditionEvent event);
}
