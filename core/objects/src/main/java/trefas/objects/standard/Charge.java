package trefas.objects.standard;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.CosemData.Octets;
import trefas.quantity.Obis;

/// Something a customer pays for (Charge, class 113, IEC 62056-6-2): energy by consumption, a standing charge by
/// time, a debt by every payment. Amounts are in the smallest unit of the account's currency.
///
/// @param terms what was written
/// @param books what was collected and what is left
public record Charge(Obis logicalName, Terms terms, Books books) {

    /// What clients write.
    ///
    /// @param priority 1 is collected first
    /// @param active the price now
    /// @param passive the price to come
    /// @param activation when the passive price becomes the active one, seconds since 1970
    /// @param periodSeconds how often it is collected; 0 only by method
    /// @param configuration bits of [Configuration]
    /// @param proportion of a payment, in hundredths of a per cent
    public record Terms(
            Type type,
            int priority,
            UnitCharge active,
            UnitCharge passive,
            OptionalLong activation,
            long periodSeconds,
            int configuration,
            int proportion) {

        Terms withPassive(UnitCharge next) {
            return new Terms(type, priority, active, next, activation, periodSeconds, configuration, proportion);
        }

        /// The passive price is copied, and its time is done with.
        Terms withPassiveActivated() {
            return new Terms(
                    type, priority, passive, passive, OptionalLong.empty(), periodSeconds, configuration, proportion);
        }
    }

    /// What was collected and what is left.
    ///
    /// @param totalPaid collected so far
    /// @param lastCollection seconds since 1970
    /// @param remaining total_amount_remaining: what is left of a debt
    /// @param progress how far collection has come
    public record Books(int totalPaid, OptionalLong lastCollection, int lastAmount, int remaining, Progress progress) {

        static final Books NONE = new Books(0, OptionalLong.empty(), 0, 0, Progress.FIRST);
    }

    public static final int TABLE_ROWS_MAX = 32;

    private static final int PROPORTION_WHOLE = 10_000;

    /// charge_type. The number is the wire value.
    public enum Type implements Coded {
        CONSUMPTION_BASED(0),
        TIME_BASED(1),
        PAYMENT_EVENT_BASED(2);

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

    /// Bits of charge_configuration; bit 0 is the first on the wire.
    public enum Configuration {
        /// A payment event brings a share of the payment, not a fixed amount.
        PERCENTAGE_BASED(0x01),
        /// Goes on after the remaining amount has reached zero.
        CONTINUOUS(0x02);

        private final int mask;

        Configuration(int mask) {
            this.mask = mask;
        }

        public int mask() {
            return mask;
        }
    }

    /// charge_per_unit_scaling, commodity_reference and charge_table.
    ///
    /// @param commodityScale power of ten of the commodity's unit that is priced
    /// @param priceScale power of ten of the currency's unit of the prices
    /// @param commodity class, name and attribute of what is counted
    public record UnitCharge(int commodityScale, int priceScale, Commodity commodity, List<Price> table) {

        public static final UnitCharge NONE =
                new UnitCharge(0, 0, new Commodity(0, new Obis(0, 0, 0, 0, 0, 0), 0), List.of());

        public UnitCharge {
            table = List.copyOf(table);
        }

        /// The price under an index, normally a tariff; the first one when there is no such row.
        int perUnit(Octets index) {
            return table.stream()
                    .filter(price -> price.index.equals(index))
                    .findFirst()
                    .or(() -> table.stream().findFirst())
                    .map(Price::perUnit)
                    .orElse(0);
        }
    }

    /// A value_definition.
    public record Commodity(int classId, Obis logicalName, int attribute) {}

    /// charge_table_element.
    public record Price(Octets index, int perUnit) {}

    /// How far collection has come.
    ///
    /// @param reading of the commodity that is paid for; empty before the first
    /// @param residue what was consumed and is worth less than the smallest coin, in its parts
    /// @param since the start of the running period, seconds since 1970
    public record Progress(OptionalLong reading, long residue, OptionalLong since) {

        public static final Progress FIRST = new Progress(OptionalLong.empty(), 0, OptionalLong.empty());
    }

    /// What has become due, and what is kept of it for next time.
    record Due(long amount, Progress progress) {}

    boolean has(Configuration bit) {
        return (terms.configuration & bit.mask()) != 0;
    }

    /// True when its period is over.
    boolean isDue(long now) {
        return terms.periodSeconds > 0
                && books.progress.since.isPresent()
                && now - books.progress.since.getAsLong() >= terms.periodSeconds;
    }

    /// Begins to count, from now and from the reading now.
    Charge started(long now, Commodities commodities) {
        OptionalLong reading = terms.type == Type.CONSUMPTION_BASED
                ? commodities.reading(terms.active.commodity())
                : OptionalLong.empty();
        return with(new Progress(reading, books.progress.residue, OptionalLong.of(now)));
    }

    /// What has become due until now.
    Due due(long now, Commodities commodities, int currencyScale, Octets tariff) {
        return switch (terms.type) {
            case CONSUMPTION_BASED -> {
                OptionalLong reading = commodities.reading(terms.active.commodity());
                yield reading.isPresent()
                        ? consumed(
                                now,
                                reading.getAsLong(),
                                commodities.scaler(terms.active.commodity()),
                                currencyScale,
                                tariff)
                        : new Due(0, books.progress);
            }
            case TIME_BASED -> elapsed(now, currencyScale);
            case PAYMENT_EVENT_BASED -> new Due(0, books.progress);
        };
    }

    /// What the consumption since the last collection costs. A meter that was replaced or reset costs nothing.
    ///
    /// @param reading of the commodity, in its register's steps
    /// @param readingScaler power of ten of those steps
    /// @param currencyScale power of ten of the smallest coin
    Due consumed(long now, long reading, int readingScaler, int currencyScale, Octets tariff) {
        long steps = Math.max(0, reading - books.progress.reading.orElse(reading));
        int exponent = readingScaler - terms.active.commodityScale + terms.active.priceScale - currencyScale;
        BigInteger worth = BigInteger.valueOf(steps).multiply(BigInteger.valueOf(terms.active.perUnit(tariff)));
        BigInteger[] coins = exponent >= 0
                ? new BigInteger[] {worth.multiply(BigInteger.TEN.pow(exponent)), BigInteger.ZERO}
                : worth.add(BigInteger.valueOf(books.progress.residue))
                        .divideAndRemainder(BigInteger.TEN.pow(-exponent));
        // A scale so small that what is left over outgrows a long is not a price; it then counts from anew.
        long residue = coins[1].bitLength() < Long.SIZE ? coins[1].longValue() : 0;
        long amount = coins[0].bitLength() < Integer.SIZE ? coins[0].longValue() : Integer.MAX_VALUE;
        return new Due(amount, new Progress(OptionalLong.of(reading), residue, OptionalLong.of(now)));
    }

    /// What so many whole periods cost.
    Due elapsed(long now, int currencyScale) {
        long since = books.progress.since.orElse(now);
        long periods = terms.periodSeconds == 0 ? 1 : Math.max(0, now - since) / terms.periodSeconds;
        return new Due(
                saturated(periods * fixed(currencyScale)),
                new Progress(
                        books.progress.reading,
                        books.progress.residue,
                        OptionalLong.of(since + periods * terms.periodSeconds)));
    }

    /// What a payment of so much brings.
    long ofPayment(long payment, int currencyScale) {
        return has(Configuration.PERCENTAGE_BASED)
                ? payment * terms.proportion / PROPORTION_WHOLE
                : Math.min(payment, fixed(currencyScale));
    }

    /// Cut to what is left, unless it goes on for ever.
    long capped(long amount) {
        return has(Configuration.CONTINUOUS) ? amount : Math.min(amount, Math.max(0, books.remaining));
    }

    Charge collected(long now, long amount, Progress next) {
        return with(new Books(
                saturated((long) books.totalPaid + amount),
                OptionalLong.of(now),
                saturated(amount),
                has(Configuration.CONTINUOUS) ? books.remaining : saturated(books.remaining - amount),
                next));
    }

    Charge with(Progress next) {
        return with(new Books(books.totalPaid, books.lastCollection, books.lastAmount, books.remaining, next));
    }

    Charge withRemaining(long amount) {
        return with(
                new Books(books.totalPaid, books.lastCollection, books.lastAmount, saturated(amount), books.progress));
    }

    Charge with(Terms next) {
        return new Charge(logicalName, next, books);
    }

    private Charge with(Books next) {
        return new Charge(logicalName, terms, next);
    }

    /// A price in coins, without regard to a commodity.
    private long fixed(int currencyScale) {
        int exponent = Math.clamp(terms.active.priceScale - currencyScale, -18, 9);
        long price = terms.active.perUnit(Octets.of(new byte[0]));
        return exponent >= 0 ? price * power(exponent) : price / power(-exponent);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static int saturated(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
