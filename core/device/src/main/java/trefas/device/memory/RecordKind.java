package trefas.device.memory;

/// What a meter keeps in the permanent memory beside its registers and rows: one kind for each part of it that can
/// write itself down. The code stands in the keys of the permanent memory, so it never changes.
public enum RecordKind {
    /// What was set on the meter after it was made.
    SETTINGS(1),
    /// Keys, counters, policy and passwords.
    SECURITY(2),
    /// What was set on the objects of the second model.
    STANDARD_MODEL(3),
    /// A firmware image on its way into the meter; it may be kept in many parts.
    IMAGE(4);

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The record of a kind that has but one.
    public RecordName whole() {
        return new RecordName(this, 0);
    }
}
