package trefas.metrology.flicker;

/// Who wants to know the flicker, as soon as an interval is over.
public interface FlickerSink {

    /// Ten minutes are over.
    void shortTerm(ShortTermFlicker flicker);

    /// Two hours are over.
    void longTerm(LongTermFlicker flicker);
}
