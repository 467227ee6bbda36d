package trefas.simulation.waveform;

import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// An independent witness: plain sums over the samples, knowing nothing of how they were made.
final class NumericMeans {

    final double[] voltageSquares = new double[Phase.COUNT];
    final double[] currentSquares = new double[Phase.COUNT];
    final double[] products = new double[Phase.COUNT];
    double neutralSquares;
    long frames;

    static NumericMeans of(WaveformSource source, int blockSize) {
        var means = new NumericMeans();
        var block = new SampleBlock(blockSize);
        while (source.next(block)) {
            means.add(block);
        }
        return means;
    }

    private void add(SampleBlock block) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] u = block.channel(SampleBlock.voltage(phase));
            double[] i = block.channel(SampleBlock.current(phase));
            for (int k = 0; k < block.length(); k++) {
                voltageSquares[phase] += u[k] * u[k];
                currentSquares[phase] += i[k] * i[k];
                products[phase] += u[k] * i[k];
            }
        }
        for (int k = 0; k < block.length(); k++) {
            double neutral = block.channel(3)[k] + block.channel(4)[k] + block.channel(5)[k];
            neutralSquares += neutral * neutral;
        }
        frames += block.length();
    }

    double voltage(int phase) {
        return Math.sqrt(voltageSquares[phase] / frames);
    }

    double current(int phase) {
        return Math.sqrt(currentSquares[phase] / frames);
    }

    double watts(int phase) {
        return products[phase] / frames;
    }

    double neutral() {
        return Math.sqrt(neutralSquares / frames);
    }
}
