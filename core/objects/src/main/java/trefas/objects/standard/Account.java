package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.quantity.Obis;

/// The account of a payment meter (Account, class 111, IEC 62056-6-2): which credits and charges belong together
/// and where the limits lie. Amounts are in the smallest unit of its currency.
///
/// @param terms what was written
/// @param provision what payment events have collected in the running period
public record Account(Terms terms, Status status, Provision provision) {

    /// What clients write.
    ///
    /// @param clearanceThreshold what the balance must reach before a disconnected customer is connected again
    /// @param collections which charge may be collected from which credit, and when; empty: every charge from
    ///     every
    ///     credit
    /// @param shares how a token is split
    /// @param activation when the account becomes active by itself, seconds since 1970
    /// @param closure when it closes by itself
    /// @param lowCreditThreshold below it the customer is warned
    /// @param nextCreditThreshold at or below it the next credit can be selected
    /// @param provisionMax most that payment events may collect in a period; 0 for no limit
    /// @param provisionSeconds the period of it
    public record Terms(
            Mode mode,
            int clearanceThreshold,
            List<Collection> collections,
            List<Share> shares,
            OptionalLong activation,
            OptionalLong closure,
            Currency currency,
            int lowCreditThreshold,
            int nextCreditThreshold,
            int provisionMax,
            int provisionSeconds) {

        public Terms {
            collections = List.copyOf(collections);
            shares = List.copyOf(shares);
        }
    }

    /// currency.
    ///
    /// @param scale power of ten of the smallest coin
    /// @param unit 0 time, 1 consumption, 2 monetary
    public record Currency(String name, int scale, int unit) {}

    /// A meter whose account was never set up: nothing is collected, and it stays connected.
    public static final Account FACTORY = new Account(
            new Terms(
                    Mode.CREDIT,
                    0,
                    List.of(),
                    List.of(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    new Currency("EUR", -2, 2),
                    0,
                    0,
                    0,
                    0),
            Status.NEW,
            Provision.NONE);

    /// payment mode. The number is the wire value.
    public enum Mode {
        CREDIT(1),
        PREPAYMENT(2);

        private final int code;

        Mode(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Optional<Mode> ofCode(int code) {
            return code == 1 ? Optional.of(CREDIT) : code == 2 ? Optional.of(PREPAYMENT) : Optional.empty();
        }
    }

    /// account_status. The number is the wire value.
    public enum Status {
        NEW(1),
        ACTIVE(2),
        CLOSED(3);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Optional<Status> ofCode(int code) {
            return code >= 1 && code <= 3 ? Optional.of(values()[code - 1]) : Optional.empty();
        }
    }

    /// credit_charge_configuration_element.
    ///
    /// @param configuration bit 0 collect when disconnected, 1 in load limiting, 2 in friendly credit
    public record Collection(Obis credit, Obis charge, int configuration) {

        static final int WHEN_DISCONNECTED = 1;
    }

    /// token_gateway_configuration_element.
    public record Share(Obis credit, int percent) {}

    /// What payment events have collected since the start of a period.
    public record Provision(OptionalLong since, long collected) {

        static final Provision NONE = new Provision(OptionalLong.empty(), 0);
    }

    /// Whether a charge may be collected from a credit now.
    boolean collects(Obis charge, Obis credit, boolean connected) {
        if (terms.collections.isEmpty()) {
            return connected;
        }
        return terms.collections.stream()
                .anyMatch(pair -> pair.charge.equals(charge)
                        && pair.credit.equals(credit)
                        && (connected || (pair.configuration & Collection.WHEN_DISCONNECTED) != 0));
    }

    Account with(Status next) {
        return new Account(terms, next, provision);
    }

    Account with(Terms next) {
        return new Account(next, status, provision);
    }

    /// How much payment events may still collect now.
    long provisionLeft(long now) {
        return terms.provisionMax == 0
                ? Long.MAX_VALUE
                : Math.max(0, terms.provisionMax - runningProvision(now).collected);
    }

    Account provided(long now, long amount) {
        Provision running = runningProvision(now);
        return new Account(
                terms,
                status,
                new Provision(
                        running.since.isPresent() ? running.since : OptionalLong.of(now), running.collected + amount));
    }

    private Provision runningProvision(long now) {
        return provision.since.isPresent() && now - provision.since.getAsLong() < terms.provisionSeconds
                ? provision
                : Provision.NONE;
    }
}
