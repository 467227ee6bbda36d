package trefas.dlms.xdlms;

/// Number, kind and urgency of a request (Invoke-Id-And-Priority, IEC 62056-5-3), one octet. A response carries the
/// octet of its request.
///
/// | bits | meaning                         |
/// |------|---------------------------------|
/// | 7    | priority: 1 is high             |
/// | 6    | service class: 1 is confirmed   |
/// | 3-0  | number, 0 to 15                 |
public record InvokeId(int octet) {

    private static final int HIGH_PRIORITY = 0x80;
    private static final int CONFIRMED = 0x40;
    private static final int NUMBER = 0x0F;

    /// A confirmed request of high priority.
    public static InvokeId ofNumber(int number) {
        return new InvokeId(HIGH_PRIORITY | CONFIRMED | (number & NUMBER));
    }

    /// False when no answer is wanted, not even an error.
    public boolean isConfirmed() {
        return (octet & CONFIRMED) != 0;
    }

    public int number() {
        return octet & NUMBER;
    }
}
