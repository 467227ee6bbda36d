package trefas.dlms.explain;

import java.util.function.Consumer;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Explanation.Source;
import trefas.dlms.explain.Memory.Transfer;

/// Explains the blocks of a long request or answer and, once the last is there, what they carry together.
final class BlockWalk {

    private BlockWalk() {}

    /// last-block, block-number and raw data of one block.
    ///
    /// @param transfer what it belongs to, for example `set 3`
    /// @param whole explains the joined octets
    static void block(Walk walk, Memory memory, String transfer, boolean isFirst, Consumer<Walk> whole) {
        boolean[] isLast = new boolean[1];
        walk.number("last-block", 1, flag -> {
            isLast[0] = flag != 0;
            return flag == 0 ? "no" : "yes";
        });
        long number = walk.number("block-number", 4);
        rawData(walk, memory, transfer, new Block(number, isFirst, isLast[0]), whole);
    }

    /// Where a block stands in its transfer.
    record Block(long number, boolean isFirst, boolean isLast) {}

    static void rawData(Walk walk, Memory memory, String transfer, Block block, Consumer<Walk> whole) {
        Octets[] raw = new Octets[1];
        walk.group("raw-data", () -> {
            int length = walk.takeFittingLength("the block");
            raw[0] = walk.takeRun(length);
            walk.say(Walk.octets(length));
        });
        if (walk.hasFailed()) {
            return;
        }
        if (block.isFirst() || block.number() == 1) {
            memory.begin(transfer);
        }
        var running = memory.running(transfer);
        if (running.isEmpty() || block.number() > running.get().lastNumber() + 1) {
            walk.note("the blocks before this one are not here, so the whole can't be explained");
            memory.end(transfer);
            return;
        }
        if (block.number() <= running.get().lastNumber()) {
            walk.note("block " + block.number() + " once more, not joined");
            return;
        }
        memory.append(running.get(), block.number(), raw[0]);
        if (block.isLast()) {
            memory.end(transfer).ifPresent(complete -> joined(walk, complete, "all blocks joined", whole));
        }
    }

    /// Hangs what was put together from pieces, in a source of its own.
    static void joined(Walk walk, Transfer transfer, String name, Consumer<Walk> whole) {
        if (transfer.isTooLong()) {
            walk.warn(
                    walk.position(),
                    "the whole is longer than " + walk.budget().limits().joinedOctetsMax()
                            + " octets and is not explained");
            return;
        }
        derived(walk, transfer.octets(), name, whole);
    }

    /// Explains octets made of others. A fault in there is one of the tree, but not of what is read here.
    static void derived(Walk walk, Octets octets, String name, Consumer<Walk> whole) {
        Source source = walk.budget().derived(octets);
        var part = new Part(source, 0, name).endingAt(octets.length());
        walk.hang(part);
        var inner = new Walk(source, 0, octets.length(), part, walk.budget());
        part.saying(Walk.octets(octets.length()));
        whole.accept(inner);
    }

    /// True when octets are exactly what a walk expects.
    static boolean suits(Octets octets, ExplainLimits limits, Consumer<Walk> expected) {
        var source = new Source(0, octets);
        var budget = new Budget(new ExplainLimits(limits.octetsMax(), 0, 0, 1, limits.layersMax()));
        var trial = new Walk(source, 0, octets.length(), new Part(source, 0, ""), budget);
        expected.accept(trial);
        return !trial.hasFailed() && trial.remaining() == 0;
    }

    /// Explains joined octets as what they are expected to be, unless they are exactly the other thing.
    static void either(Walk joined, Consumer<Walk> expected, Consumer<Walk> other) {
        Octets octets = joined.source().octets();
        ExplainLimits limits = joined.budget().limits();
        boolean isOther = !suits(octets, limits, expected) && suits(octets, limits, other);
        (isOther ? other : expected).accept(joined);
    }

    /// One value and nothing after it.
    static void oneValue(Walk walk) {
        DataWalk.value(walk, "data");
        walk.finish("the value");
    }
}
