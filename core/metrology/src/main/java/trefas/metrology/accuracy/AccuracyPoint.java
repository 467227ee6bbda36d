package trefas.metrology.accuracy;

import java.util.Optional;

/// One point of an accuracy test.
///
/// @param group what the point belongs to, such as "balanced" or "voltage"
/// @param energy what is counted
/// @param condition what is applied
/// @param reference what the error is compared with: the point is about an additional error; empty when it is about
///     the error itself
/// @param limitPercent the error, or additional error, that is allowed on either side, percent
public record AccuracyPoint(
        String group, Energy energy, TestCondition condition, Optional<TestCondition> reference, double limitPercent) {

    /// What a point counts.
    public enum Energy {
        ACTIVE("active"),
        /// Of the fundamental.
        REACTIVE("reactive");

        private final String title;

        Energy(String title) {
            this.title = title;
        }

        /// As a table names it.
        public String title() {
            return title;
        }
    }
}
