package trefas.transport;

/// What a broadcaster allows the outside world.
///
/// @param listenersMax open at the same time; one more is closed at once
/// @param messagesWaitingMax messages kept for a listener that does not take them; with one more it is dropped
public record BroadcastLimits(int listenersMax, int messagesWaitingMax) {

    /// 100 listeners, 6 messages.
    public static final BroadcastLimits DEFAULT = new BroadcastLimits(100, 6);

    public BroadcastLimits {
        if (listenersMax < 1 || messagesWaitingMax < 1) {
            throw new IllegalArgumentException(
                    "limits: " + listenersMax + " listeners, " + messagesWaitingMax + " messages");
        }
    }
}
