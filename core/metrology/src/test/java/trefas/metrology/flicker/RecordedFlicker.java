package trefas.metrology.flicker;

import java.util.ArrayList;
import java.util.List;

/// Keeps what a flicker meter says.
final class RecordedFlicker implements FlickerSink {

    final List<ShortTermFlicker> shortTerms = new ArrayList<>();
    final List<LongTermFlicker> longTerms = new ArrayList<>();

    @Override
    public void shortTerm(ShortTermFlicker flicker) {
        shortTerms.add(flicker);
    }

    @Override
    public void longTerm(LongTermFlicker flicker) {
        longTerms.add(flicker);
    }
}
