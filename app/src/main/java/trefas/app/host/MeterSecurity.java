package trefas.app.host;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import trefas.app.ExitCode;
import trefas.app.settings.KeySet;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;
import trefas.security.RestoredSecurity;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// Keys, counters and passwords of one role of a meter, and where they are kept. Two records: the state itself, and the
/// mark of the configured keys it began with. While that mark is the same, keys that were replaced over the line stay
/// replaced; another set of keys in the file is somebody's wish and wins.
public final class MeterSecurity {

    /// Parts from here on hold the marks of configured keys.
    private static final int MARKS = 1 << 16;

    private static final int NEVER_SAVED = -1;

    private final int role;
    private final SecurityState state;
    private final byte[] mark;
    private final SecureRandom randomness;
    private long savedChanges;

    private MeterSecurity(int role, SecurityState state, byte[] mark, SecureRandom randomness, long savedChanges) {
        this.role = role;
        this.state = state;
        this.mark = mark;
        this.randomness = randomness;
        this.savedChanges = savedChanges;
    }

    /// Takes up the state of a role where it was left, or begins it with the configured keys.
    ///
    /// @param role number of the client the keys are for
    /// @throws StartException when what is kept can't be trusted; nothing is taken for a new beginning then
    static MeterSecurity open(
            int serialNumber, int role, SystemTitle title, KeySet keys, PermanentMemory memory, SecureRandom randomness)
            throws IOException, StartException {
        byte[] mark = keys.mark();
        Recall state = memory.recall(serialNumber, new RecordName(RecordKind.SECURITY, role));
        Recall oldMark = memory.recall(serialNumber, new RecordName(RecordKind.SECURITY, MARKS | role));
        return switch (state) {
            case Recall.NeverSaved() -> begin(role, title, keys, mark, randomness);
            case Recall.Damaged(String reason) -> throw new StartException(ExitCode.FAILED, reason);
            case Recall.Saved saved -> {
                SecurityState restored = restore(saved.octets());
                boolean isSameWish = oldMark instanceof Recall.Saved kept
                        && Arrays.equals(kept.octets(), mark)
                        && restored.ownTitle().equals(title);
                if (isSameWish) {
                    yield new MeterSecurity(role, restored, mark, randomness, restored.changes());
                }
                if (restored.suite() != keys.suite() || !restored.ownTitle().equals(title)) {
                    MeterSecurity another = begin(role, title, keys, mark, randomness);
                    // A key that both have must meet no counter twice.
                    another.state.continueSendingAt(restored.unicastCounter().next());
                    yield another;
                }
                keys.installIn(restored);
                yield new MeterSecurity(role, restored, mark, randomness, NEVER_SAVED);
            }
        };
    }

    private static MeterSecurity begin(
            int role, SystemTitle title, KeySet keys, byte[] mark, SecureRandom randomness) {
        SecurityState fresh = SecurityState.fresh(keys.suite(), SecurityPolicy.NONE, title);
        keys.installIn(fresh);
        return new MeterSecurity(role, fresh, mark, randomness, NEVER_SAVED);
    }

    private static SecurityState restore(byte[] octets) throws StartException {
        return switch (SecurityState.of(octets)) {
            case RestoredSecurity.Ready(SecurityState restored) -> restored;
            case RestoredSecurity.Unusable(String reason) ->
                throw new StartException(ExitCode.FAILED, "The saved keys can't be used: " + reason + ".");
        };
    }

    SecurityState state() {
        return state;
    }

    SecureRandom randomness() {
        return randomness;
    }

    boolean isChanged() {
        return state.changes() != savedChanges;
    }

    Map<RecordName, byte[]> records() {
        return Map.of(
                new RecordName(RecordKind.SECURITY, role),
                state.toOctets(),
                new RecordName(RecordKind.SECURITY, MARKS | role),
                mark);
    }

    void saved() {
        savedChanges = state.changes();
    }
}
