package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// A run of octets in words, and inside it the runs it consists of: the tree that `trefas decode` prints.
///
/// @param source which octets the offsets count in
/// @param offset of the first octet in its source
/// @param length octets, 0 for what was expected and is not there
/// @param name what it is, in the standard's words
/// @param value what it says, in words; may be empty
/// @param remarks what is noteworthy, doubtful or wrong, in the order found
public record Explanation(
        Source source,
        int offset,
        int length,
        String name,
        String value,
        List<Remark> remarks,
        List<Explanation> parts) {

    /// A run of octets that explanations point into: what was given, or what was made of it by joining or
    /// deciphering.
    ///
    /// @param number 0 is what was given; the others are counted in the order they were made
    public record Source(int number, Octets octets) {}

    public Explanation {
        remarks = List.copyOf(remarks);
        parts = List.copyOf(parts);
    }

    /// True when nothing in this tree is a fault.
    public boolean isWellFormed() {
        return firstFault().isEmpty();
    }

    /// The first octet that can't be right, and why.
    public Optional<Remark> firstFault() {
        for (Remark remark : remarks) {
            if (remark.kind() == Remark.Kind.FAULT) {
                return Optional.of(remark);
            }
        }
        for (Explanation part : parts) {
            var fault = part.firstFault();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /// All remarks of a kind in this tree, in its order.
    public List<Remark> remarks(Remark.Kind kind) {
        var found = new ArrayList<Remark>();
        collect(kind, found);
        return found;
    }

    private void collect(Remark.Kind kind, List<Remark> found) {
        remarks.stream().filter(remark -> remark.kind() == kind).forEach(found::add);
        parts.forEach(part -> part.collect(kind, found));
    }

    /// How many explanations this tree has, itself included.
    public int size() {
        int size = 1;
        for (Explanation part : parts) {
            size += part.size();
        }
        return size;
    }

    /// Upper-case hexadecimal of at most so many octets; `…` stands for the rest.
    public String hex(int octetsMax) {
        var text = new StringBuilder();
        int count = Math.min(length, octetsMax);
        for (int i = 0; i < count; i++) {
            text.append(String.format("%02X", source.octets().octet(offset + i)));
        }
        return length > octetsMax ? text.append('…').toString() : text.toString();
    }
}
