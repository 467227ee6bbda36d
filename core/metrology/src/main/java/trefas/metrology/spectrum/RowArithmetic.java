package trefas.metrology.spectrum;

/// The three heavy steps from samples to bins, over rows of [#LANES] doubles: one row holds the six
/// channels at one instant or at one frequency, and two idle lanes. So a step does the same to all lanes
/// and needs no shuffling.
///
/// A complex point is two rows, the real one first.
sealed interface RowArithmetic permits PlainRows, VectorRows {

    /// Doubles in a row: the six channels and two that are never read.
    int LANES = 8;

    /// Computes rows at equal distances between the rows of samples.
    ///
    /// @param samples rows of samples
    /// @param start place of the first point, in rows and fractions; the kernel's taps lie within samples
    /// @param step distance of two points, in rows
    /// @param points receives the rows
    /// @param count how many
    void interpolate(double[] samples, double start, double step, KaiserKernel kernel, double[] points, int count);

    /// Passes of the complex transform in place, `sum of z[j] exp(-2 pi i j k / length)`; results stand at
    /// [FourierPlan#place].
    void transform(double[] points, FourierPlan plan);

    /// Separates the transform of the real points from that of the complex ones.
    ///
    /// @param points as [#transform] left them
    /// @param scales what each bin is multiplied with; as many bins as needed, fewer than half the real
    ///     points
    /// @param count bins, from 0
    /// @param real receives the rows of the real parts
    /// @param imaginary receives the rows of the imaginary parts
    void split(double[] points, FourierPlan plan, double[] scales, int count, double[] real, double[] imaginary);

    /// With vectors where the Java runtime was started with `--add-modules jdk.incubator.vector`, plain
    /// otherwise.
    static RowArithmetic fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorRows() : new PlainRows();
    }
}
