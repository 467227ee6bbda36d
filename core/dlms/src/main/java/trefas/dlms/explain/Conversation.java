package trefas.dlms.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Explanation.Source;

/// Explains what two ends say to each other, message by message: what one message teaches is used for the next
/// ones, so segments and blocks are joined, titles of an association decipher what follows it, and answers know
/// their questions.
///
/// Any octets get an explanation; what can't be right is in it as a fault.
public final class Conversation {

    private final ExplainLimits limits;
    private final Budget budget;
    private final Memory memory;

    public Conversation(ExplainLimits limits, Unsealer unsealer) {
        this.limits = limits;
        this.budget = new Budget(limits);
        this.memory = new Memory(limits, unsealer);
    }

    /// Explains octets in the form they most likely have.
    public List<Explanation> explain(Speaker speaker, Octets octets) {
        return explain(Form.of(shortened(octets)), speaker, octets);
    }

    /// Explains octets as one form: one explanation for each frame, wrapper unit, APDU or value.
    public List<Explanation> explain(Form form, Speaker speaker, Octets octets) {
        memory.speaks(speaker);
        memory.link("");
        var source = new Source(0, shortened(octets));
        List<Part> parts = switch (form) {
            case HDLC -> HdlcWalk.frames(source, memory, budget);
            case WRAPPER -> WrapperWalk.units(source, memory, budget);
            case LLC -> List.of(whole(source, "LLC and APDU", walk -> LlcWalk.explain(walk, memory)));
            case APDU -> List.of(whole(source, "APDU", walk -> ApduWalk.apdu(walk, memory, 0)));
            case AXDR -> List.of(whole(source, "A-XDR", BlockWalk::oneValue));
        };
        if (octets.length() > limits.octetsMax()) {
            parts.getLast()
                    .remark(
                            Remark.Kind.WARNING,
                            limits.octetsMax(),
                            "only the first " + limits.octetsMax() + " of " + octets.length()
                                    + " octets are explained");
        }
        if (budget.isSpent()) {
            parts.getLast()
                    .remark(
                            Remark.Kind.NOTE,
                            0,
                            "more than " + limits.partsMax() + " parts: the rest was checked, but is not shown");
        }
        Optional<Remark> fault = budget.takeFault();
        List<Explanation> explained = parts.stream().map(Part::finish).toList();
        if (fault.isPresent() && explained.stream().allMatch(Explanation::isWellFormed)) {
            parts.getLast()
                    .remark(Remark.Kind.FAULT, fault.get().offset(), fault.get().text());
            return parts.stream().map(Part::finish).toList();
        }
        return explained;
    }

    private Part whole(Source source, String name, Consumer<Walk> reading) {
        var part = new Part(source, 0, name).endingAt(source.octets().length());
        reading.accept(new Walk(source, 0, source.octets().length(), part, budget));
        return part;
    }

    private Octets shortened(Octets octets) {
        return octets.length() <= limits.octetsMax() ? octets : Octets.of(octets.toArray(), 0, limits.octetsMax());
    }
}
