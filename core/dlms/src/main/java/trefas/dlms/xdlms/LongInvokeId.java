package trefas.dlms.xdlms;

/// Number, kind and urgency of an ACCESS request or a DataNotification (Long-Invoke-Id-And-Priority, IEC
/// 62056-5-3), 4 octets. A response carries those of its request.
///
/// | bits | meaning                                           |
/// |------|---------------------------------------------------|
/// | 31   | priority: 1 is high                               |
/// | 30   | service class: 1 is confirmed                     |
/// | 29   | processing option: 1 stops at the first error     |
/// | 28   | self-descriptive: 1 repeats what was asked        |
/// | 23-0 | number                                            |
public record LongInvokeId(int bits) {

    private static final int CONFIRMED = 1 << 30;
    private static final int BREAKS_ON_ERROR = 1 << 29;
    private static final int SELF_DESCRIPTIVE = 1 << 28;
    private static final int NUMBER = 0xFF_FFFF;

    /// A confirmed request of normal priority that goes on after an error.
    public static LongInvokeId ofNumber(int number) {
        return new LongInvokeId(CONFIRMED | (number & NUMBER));
    }

    /// The same request, but nothing after the first error is carried out.
    public LongInvokeId breakingOnError() {
        return new LongInvokeId(bits | BREAKS_ON_ERROR);
    }

    /// The same request without an answer.
    public LongInvokeId unconfirmed() {
        return new LongInvokeId(bits & ~CONFIRMED);
    }

    public int number() {
        return bits & NUMBER;
    }

    /// False when no answer is wanted, not even an error.
    public boolean isConfirmed() {
        return (bits & CONFIRMED) != 0;
    }

    public boolean breaksOnError() {
        return (bits & BREAKS_ON_ERROR) != 0;
    }

    public boolean isSelfDescriptive() {
        return (bits & SELF_DESCRIPTIVE) != 0;
    }
}
