package trefas.objects.standard;

/// How the shell fared with a push it was asked to send.
public enum PushReport {
    /// Sent; and confirmed by the layer below where the push setup asks for that.
    SENT,
    /// Not connected, or not confirmed by the layer below.
    FAILED,
    /// A DataNotification-Confirm came.
    CONFIRMED
}
