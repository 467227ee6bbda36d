package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.CosemDateTime;
import trefas.quantity.Obis;

/// A credit of a payment meter (Credit, class 112, IEC 62056-6-2): money, time or energy a charge can be collected
/// from. Amounts are in the smallest unit of the account's currency.
///
/// @param terms what was written
/// @param amount current_credit_amount
public record Credit(Obis logicalName, Terms terms, int amount, Status status) {

    /// What clients write.
    ///
    /// @param priority 1 is used first; 0 never
    /// @param warningThreshold below it the customer is warned
    /// @param limit at or below it the credit is consumed
    /// @param configuration bits of [Configuration]
    /// @param preset what it is worth when it is invoked; 0 for credits that are filled by tokens
    /// @param availableThreshold credit_available_threshold: once this credit has fallen to it, the next one can
    ///     be
    ///     selected
    /// @param period when an amount is added again, with wildcards; kept as written
    public record Terms(
            Type type,
            int priority,
            int warningThreshold,
            int limit,
            int configuration,
            int preset,
            int availableThreshold,
            CosemDateTime period) {}

    /// credit_type. The number is the wire value.
    public enum Type implements Coded {
        TOKEN(0),
        RESERVED(1),
        EMERGENCY(2),
        TIME_BASED(3),
        CONSUMPTION_BASED(4);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<Type> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// credit_status. The number is the wire value.
    public enum Status implements Coded {
        ENABLED(0),
        /// Waits for the customer to say yes.
        SELECTABLE(1),
        SELECTED(2),
        IN_USE(3),
        CONSUMED(4);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<Status> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// Bits of credit_configuration; bit 0 is the first on the wire.
    public enum Configuration {
        VISUAL_INDICATION(0x01),
        CONFIRMATION(0x02),
        TO_BE_PAID_BACK(0x04),
        RESETTABLE(0x08),
        RECEIVES_TOKENS(0x10);

        private final int mask;

        Configuration(int mask) {
            this.mask = mask;
        }

        public int mask() {
            return mask;
        }
    }

    public boolean has(Configuration bit) {
        return (terms.configuration & bit.mask()) != 0;
    }

    /// True when it has been given its preset amount and is not yet paid back.
    boolean isInvoked() {
        return status == Status.SELECTED || status == Status.IN_USE || status == Status.CONSUMED;
    }

    /// What there is to spend: for one not invoked yet, as much as invoking it would bring.
    long spendable() {
        long worth = isInvoked() ? amount : (long) amount + terms.preset;
        return worth - terms.limit;
    }

    boolean isSpent() {
        return spendable() <= 0;
    }

    /// What tokens must bring before it is as good as new; 0 for credits that are not paid back.
    long owed() {
        return has(Configuration.TO_BE_PAID_BACK) && isInvoked() ? Math.max(0, (long) terms.preset - amount) : 0;
    }

    Credit with(Status next) {
        boolean isInvokedNow = !isInvoked() && (next == Status.SELECTED || next == Status.IN_USE);
        return new Credit(logicalName, terms, isInvokedNow ? saturated((long) amount + terms.preset) : amount, next);
    }

    Credit withAmount(long next) {
        return new Credit(logicalName, terms, saturated(next), status);
    }

    Credit with(Terms next) {
        return new Credit(logicalName, next, amount, status);
    }

    /// Paid back: enabled again, to be invoked when it is needed.
    Credit rearmed() {
        return withAmount((long) amount - terms.preset).with(Status.ENABLED);
    }

    private static int saturated(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
