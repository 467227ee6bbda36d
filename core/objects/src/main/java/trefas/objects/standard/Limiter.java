package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules of Limiter, class 71 (IEC 62056-6-2): a value that stays above its threshold for long enough calls
/// one script, one that stays below calls another. Time comes in with every value.
///
/// @param setup what was written
/// @param run how far it has come
public record Limiter(Setup setup, Run run) {

    /// What clients write.
    ///
    /// @param normal threshold while there is no emergency, in the monitored value's unit
    /// @param emergency threshold during an emergency
    /// @param minimumOverSeconds how long the value must be above before anything happens
    /// @param minimumUnderSeconds how long it must be back
    /// @param groups the emergency profiles this meter belongs to
    public record Setup(
            long normal,
            long emergency,
            long minimumOverSeconds,
            long minimumUnderSeconds,
            Emergency profile,
            List<Integer> groups,
            ActionItem whenOver,
            ActionItem whenUnder) {
        public Setup {
            groups = List.copyOf(groups);
        }

        /// emergency_profile_active.
        boolean isEmergency(long now) {
            return groups.contains(profile.id()) && profile.isAt(now);
        }

        /// threshold_active.
        long threshold(long now) {
            return isEmergency(now) ? emergency : normal;
        }
    }

    /// emergency_profile: which emergency, from when, for how long.
    ///
    /// @param activation seconds since 1970; empty when no time is specified: then there is no emergency
    public record Emergency(int id, OptionalLong activation, long seconds) {

        public static final Emergency NONE = new Emergency(0, OptionalLong.empty(), 0);

        private boolean isAt(long now) {
            return activation.isPresent() && now >= activation.getAsLong() && now - activation.getAsLong() < seconds;
        }
    }

    /// How far it has come.
    ///
    /// @param over the side of the threshold that was acted on last
    /// @param since when the value crossed to the other side; empty while it is on the side acted on
    public record Run(boolean over, OptionalLong since) {

        public static final Run FIRST = new Run(false, OptionalLong.empty());
    }

    /// What one value did.
    ///
    /// @param action the script to execute now, or empty
    public record Step(Limiter limiter, Optional<ActionItem> action) {}

    /// Takes the monitored value of a second.
    public Step second(long now, long value) {
        long threshold = setup.threshold(now);
        boolean isOther = run.over ? value < threshold : value > threshold;
        if (!isOther) {
            return step(new Run(run.over, OptionalLong.empty()), ActionItem.NONE);
        }
        long since = run.since.orElse(now);
        long needed = run.over ? setup.minimumUnderSeconds : setup.minimumOverSeconds;
        return now - since < needed
                ? step(new Run(run.over, OptionalLong.of(since)), ActionItem.NONE)
                : step(new Run(!run.over, OptionalLong.empty()), run.over ? setup.whenUnder : setup.whenOver);
    }

    private Step step(Run next, ActionItem action) {
        return new Step(new Limiter(setup, next), action.isNone() ? Optional.empty() : Optional.of(action));
    }
}
