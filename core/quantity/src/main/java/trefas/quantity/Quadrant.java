package trefas.quantity;

/// Where the complex power lies (IEC 62053-23): I and IV import, I and II positive reactive.
public enum Quadrant {
    /// Import, inductive: A+ and R+ (R1).
    I,
    /// Export, positive reactive: A- and R+ (R2).
    II,
    /// Export, negative reactive: A- and R- (R3).
    III,
    /// Import, capacitive: A+ and R- (R4).
    IV;

    /// The quadrant of a net active and net reactive power of the same interval. Zero counts as positive.
    public static Quadrant of(long active, long reactive) {
        if (active >= 0) {
            return reactive >= 0 ? I : IV;
        }
        return reactive >= 0 ? II : III;
    }
}
