package trefas.benchmarks;

import trefas.metrology.SampleBlock;

/// The yardstick of all benchmarks of samples: the one loop anybody would write for energy and signed reactive energy
/// of
/// three phases, in whole periods that somebody else has found.
final class PlainLoop {

    private PlainLoop() {}

    /// All sums added up, so that none is left out.
    ///
    /// @param sine of the fundamental, by sample
    /// @param cosine likewise
    static double sumOfAll(SampleBlock block, double[] sine, double[] cosine) {
        double[] u1 = block.channel(0);
        double[] u2 = block.channel(1);
        double[] u3 = block.channel(2);
        double[] i1 = block.channel(3);
        double[] i2 = block.channel(4);
        double[] i3 = block.channel(5);
        double uu1 = 0;
        double uu2 = 0;
        double uu3 = 0;
        double ii1 = 0;
        double ii2 = 0;
        double ii3 = 0;
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double us1 = 0;
        double us2 = 0;
        double us3 = 0;
        double uc1 = 0;
        double uc2 = 0;
        double uc3 = 0;
        double is1 = 0;
        double is2 = 0;
        double is3 = 0;
        double ic1 = 0;
        double ic2 = 0;
        double ic3 = 0;
        for (int k = 0; k < block.length(); k++) {
            uu1 += u1[k] * u1[k];
            uu2 += u2[k] * u2[k];
            uu3 += u3[k] * u3[k];
            ii1 += i1[k] * i1[k];
            ii2 += i2[k] * i2[k];
            ii3 += i3[k] * i3[k];
            p1 += u1[k] * i1[k];
            p2 += u2[k] * i2[k];
            p3 += u3[k] * i3[k];
            us1 += u1[k] * sine[k];
            us2 += u2[k] * sine[k];
            us3 += u3[k] * sine[k];
            uc1 += u1[k] * cosine[k];
            uc2 += u2[k] * cosine[k];
            uc3 += u3[k] * cosine[k];
            is1 += i1[k] * sine[k];
            is2 += i2[k] * sine[k];
            is3 += i3[k] * sine[k];
            ic1 += i1[k] * cosine[k];
            ic2 += i2[k] * cosine[k];
            ic3 += i3[k] * cosine[k];
        }
        double squares = uu1 + uu2 + uu3 + ii1 + ii2 + ii3;
        double products = p1 + p2 + p3;
        return squares + products + us1 + us2 + us3 + uc1 + uc2 + uc3 + is1 + is2 + is3 + ic1 + ic2 + ic3;
    }
}
