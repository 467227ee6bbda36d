package trefas.app.host;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trefas.app.ExitCode;
import trefas.app.settings.ClientRole;
import trefas.app.settings.KeySet;
import trefas.app.settings.RunSettings;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;
import trefas.security.RestoredSecurity;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// Keys, counters and passwords of one role of a meter, and where they are kept. Two records: the state itself,
/// and the mark of the configured keys it began with. While that mark is the same, keys that were replaced over
/// the line stay replaced; another set of keys in the file is somebody's wish and wins.
public final class MeterSecurity {

    /// Parts from here on hold the marks of configured keys.
    private static final int MARKS = 1 << 16;

    private static final int NEVER_SAVED = -1;

    private final ClientRole role;
    private final SecurityState state;
    private final byte[] mark;
    private final SecureRandom randomness;
    private long savedChanges;

    private MeterSecurity(
            ClientRole role, SecurityState state, byte[] mark, SecureRandom randomness, long savedChanges) {
        this.role = role;
        this.state = state;
        this.mark = mark;
        this.randomness = randomness;
        this.savedChanges = savedChanges;
    }

    /// One for each role with keys. The first one keeps the changed passwords too, so there is always one.
    static List<MeterSecurity> openAll(RunSettings settings, PermanentMemory memory)
            throws IOException, StartException {
        var randomness = new SecureRandom();
        var securities = new ArrayList<MeterSecurity>();
        for (ClientRole role : ClientRole.values()) {
            Optional<KeySet> keys =
                    Optional.ofNullable(settings.security().keys().get(role));
            if (role == ClientRole.MANAGEMENT || keys.isPresent()) {
                securities.add(open(
                        settings.serialNumber(),
                        role,
                        settings.security().title(settings.serialNumber()),
                        keys,
                        memory,
                        randomness));
            }
        }
        return securities;
    }

    /// Takes up the state of a role where it was left, or begins it with the configured keys.
    ///
    /// @param keys as configured, or empty for a role that only keeps passwords
    /// @throws StartException when what is kept can't be trusted; nothing is taken for a new beginning then
    public static MeterSecurity open(
            int serialNumber,
            ClientRole role,
            SystemTitle title,
            Optional<KeySet> keys,
            PermanentMemory memory,
            SecureRandom randomness)
            throws IOException, StartException {
        byte[] mark = keys.map(KeySet::mark).orElseGet(() -> new byte[0]);
        Recall state = memory.recall(serialNumber, stateOf(role));
        Recall oldMark = memory.recall(serialNumber, markOf(role));
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
                if (restored.suite() != suite(keys) || !restored.ownTitle().equals(title)) {
                    MeterSecurity another = begin(role, title, keys, mark, randomness);
                    // A key that both have must meet no counter twice.
                    another.state.continueSendingAt(restored.unicastCounter().next());
                    yield another;
                }
                keys.ifPresent(set -> set.installIn(restored));
                yield new MeterSecurity(role, restored, mark, randomness, NEVER_SAVED);
            }
        };
    }

    private static MeterSecurity begin(
            ClientRole role, SystemTitle title, Optional<KeySet> keys, byte[] mark, SecureRandom randomness) {
        SecurityState fresh = SecurityState.fresh(suite(keys), SecurityPolicy.NONE, title);
        keys.ifPresent(set -> set.installIn(fresh));
        return new MeterSecurity(role, fresh, mark, randomness, NEVER_SAVED);
    }

    private static SecurityState restore(byte[] octets) throws StartException {
        return switch (SecurityState.of(octets)) {
            case RestoredSecurity.Ready(SecurityState restored) -> restored;
            case RestoredSecurity.Unusable(String reason) ->
                throw new StartException(
                        ExitCode.FAILED, "Its keys can't be used, because " + reason + "; nothing was changed.");
        };
    }

    private static SecuritySuite suite(Optional<KeySet> keys) {
        return keys.map(KeySet::suite).orElse(SecuritySuite.SUITE_0);
    }

    private static RecordName stateOf(ClientRole role) {
        return new RecordName(RecordKind.SECURITY, role.association().clientSap());
    }

    private static RecordName markOf(ClientRole role) {
        return new RecordName(RecordKind.SECURITY, MARKS | role.association().clientSap());
    }

    public ClientRole role() {
        return role;
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
        return Map.of(stateOf(role), state.toOctets(), markOf(role), mark);
    }

    void saved() {
        savedChanges = state.changes();
    }
}
