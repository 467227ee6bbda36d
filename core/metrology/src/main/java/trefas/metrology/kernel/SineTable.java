package trefas.metrology.kernel;

/// Sine and cosine of one block of samples that begins at angle 0. A longer stretch is summed block by block and each
/// block's sums turned to its own angle, so a window costs a handful of calls of the mathematical functions and no
/// angle is ever the result of a long recurrence: the table is built by doubling, eight multiplications deep.
final class SineTable {

    /// Samples of a block.
    static final int LENGTH = 256;

    private final double[] sine = new double[LENGTH];
    private final double[] cosine = new double[LENGTH];
    private double radiansPerSample;
    private double turnSine;
    private double turnCosine = 1;

    double[] sine() {
        return sine;
    }

    double[] cosine() {
        return cosine;
    }

    double radiansPerSample() {
        return radiansPerSample;
    }

    /// Sine of the angle from one block to the next.
    double turnSine() {
        return turnSine;
    }

    /// Cosine of the same.
    double turnCosine() {
        return turnCosine;
    }

    /// Fills the table for another frequency.
    ///
    /// @param sums what doubles it
    void tune(double radiansPerSample, WindowSums sums) {
        this.radiansPerSample = radiansPerSample;
        turnSine = Math.sin(radiansPerSample * LENGTH);
        turnCosine = Math.cos(radiansPerSample * LENGTH);
        sine[0] = 0;
        cosine[0] = 1;
        for (int half = 1; half < LENGTH; half *= 2) {
            double s = Math.sin(radiansPerSample * half);
            double c = Math.cos(radiansPerSample * half);
            sums.turn(sine, cosine, half, s, c);
        }
    }
}
