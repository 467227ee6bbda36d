package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;

/// Every order of the channels measured as lines for a terminal: rms and percent of the fundamental.
final class HarmonicTable {

    private HarmonicTable() {}

    static List<String> of(Subject subject, HarmonicSpectrum spectrum) {
        var heading = new ArrayList<String>();
        heading.add("order");
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            if (subject.isMeasured(channel)) {
                heading.add(ChannelNames.of(channel) + (channel < SampleBlock.current(0) ? " V" : " A"));
                heading.add("%");
            }
        }
        var table = new TextTable(0).row(heading);
        for (int order = 0; order <= spectrum.orders(); order++) {
            var row = new ArrayList<String>();
            row.add(Integer.toString(order));
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                if (subject.isMeasured(channel)) {
                    double rms = spectrum.rms(channel, order);
                    double fundamental = spectrum.rms(channel, 1);
                    row.add(Plain.decimals(rms, channel < SampleBlock.current(0) ? 2 : 3));
                    row.add(Plain.decimals(fundamental > 0 ? 100 * rms / fundamental : Double.NaN, 1));
                }
            }
            table.row(row);
        }
        return table.lines();
    }
}
