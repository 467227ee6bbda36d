package trefas.metrology.kernel;

import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// The sums of products that all values of a window come from. Two implementations give the same sums: [PlainSums] by
/// plain loops, [VectorSums] by the Vector API where the virtual machine has it.
///
/// Sums stand in one array: squares of the six channels from [#SQUARES], voltage times current of a phase from
/// [#PRODUCTS], squares of a voltage less the next phase's from [#LINE_SQUARES], the square of all currents together at
/// [#NEUTRAL_SQUARES], each channel times sine from [#SINES] and times cosine from [#COSINES].
interface WindowSums {

    int SQUARES = 0;
    int PRODUCTS = SQUARES + SampleBlock.CHANNELS;
    int LINE_SQUARES = PRODUCTS + Phase.COUNT;
    int NEUTRAL_SQUARES = LINE_SQUARES + Phase.COUNT;
    int SINES = NEUTRAL_SQUARES + 1;
    int COSINES = SINES + SampleBlock.CHANNELS;
    int COUNT = COSINES + SampleBlock.CHANNELS;

    /// The fastest there is here.
    static WindowSums fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorSums.INSTANCE
                : PlainSums.INSTANCE;
    }

    /// Sums over whole samples; the sums are set, not added to.
    ///
    /// @param sine by sample, from its beginning; at least length values
    /// @param cosine likewise
    void sum(double[][] channels, int from, int length, double[] sine, double[] cosine, double[] sums);

    /// The same sums with a weight per sample, over as many samples as there are weights.
    ///
    /// @param weights a multiple of eight of them
    void sumWeighted(double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums);

    /// Copies the first entries of a table of sines and cosines behind themselves, turned forward.
    ///
    /// @param length entries there are, and will be added
    /// @param turnSine sine of the angle
    /// @param turnCosine its cosine
    void turn(double[] sine, double[] cosine, int length, double turnSine, double turnCosine);

    /// Two sums of products of one channel: with a real and with an imaginary weight per sample.
    void demodulate(double[] channel, int from, int length, double[] real, double[] imaginary, double[] sums);

    /// The same of all three voltages, so that the weights are read once.
    ///
    /// @param voltages channels of which the first three are the voltages
    /// @param sums real and imaginary of each in turn
    void demodulateVoltages(
            double[][] voltages, int from, int length, double[] real, double[] imaginary, double[] sums);
}
