package trefas.objects.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.Credit.Configuration;
import trefas.objects.standard.Credit.Status;
import trefas.objects.standard.DisconnectControl.Trigger;
import trefas.quantity.Obis;

/// The payment model as one (classes 111 to 115, IEC 62056-6-2): tokens fill credits, charges are collected from
/// the credit in use, and when none is left the meter disconnects. Every change ends in [#settled], so what
/// credits say of themselves is always true.
///
/// @param credits in the order of credit_reference_list
/// @param charges in the order of charge_reference_list
/// @param lastToken number of the last token taken; -1 before the first
public record Payment(Account account, List<Credit> credits, List<Charge> charges, long lastToken) {

    public Payment {
        credits = List.copyOf(credits);
        charges = List.copyOf(charges);
    }

    /// Bits of current_credit_status; bit 0 is the first on the wire.
    public enum CreditSign {
        IN_CREDIT(0x01),
        LOW_CREDIT(0x02),
        NEXT_CREDIT_ENABLED(0x04),
        NEXT_CREDIT_SELECTABLE(0x08),
        NEXT_CREDIT_SELECTED(0x10),
        SELECTABLE_CREDIT_IN_USE(0x20),
        OUT_OF_CREDIT(0x40);

        private final int mask;

        CreditSign(int mask) {
            this.mask = mask;
        }

        public int mask() {
            return mask;
        }
    }

    /// What a token did.
    public record Entered(Token.StatusCode status, Payment payment) {}

    boolean isActive() {
        return account.status() == Account.Status.ACTIVE;
    }

    /// The place in credit_reference_list of the credit that is used now, from 1; 0 for none (our choice).
    public int creditInUse() {
        for (int i = 0; i < credits.size(); i++) {
            if (credits.get(i).status() == Status.IN_USE) {
                return i + 1;
            }
        }
        return 0;
    }

    /// available_credit: what selected credits and the one in use still hold.
    public int availableCredit() {
        return saturated(credits.stream()
                .filter(credit -> credit.status() == Status.SELECTED || credit.status() == Status.IN_USE)
                .mapToLong(credit -> Math.max(0, credit.spendable()))
                .sum());
    }

    /// amount_to_clear: what must be paid before everything lent is paid back and the rest reaches the clearance
    /// threshold; 0 when it has (our choice).
    public int amountToClear() {
        long balance = credits.stream()
                .mapToLong(credit -> credit.terms().preset() == 0 ? credit.amount() : -credit.owed())
                .sum();
        return saturated(Math.max(0, account.terms().clearanceThreshold() - balance));
    }

    /// aggregated_debt: what is left of all charges that end.
    public int aggregatedDebt() {
        return saturated(charges.stream()
                .filter(charge -> !charge.has(Charge.Configuration.CONTINUOUS))
                .mapToLong(charge -> Math.max(0, charge.books().remaining()))
                .sum());
    }

    /// current_credit_status: bits of [CreditSign].
    public int creditSigns() {
        if (!isActive()) {
            return 0;
        }
        int signs = isOutOfCredit() ? CreditSign.OUT_OF_CREDIT.mask() : CreditSign.IN_CREDIT.mask();
        Optional<Credit> inUse = inUse();
        if (availableCredit() < account.terms().lowCreditThreshold()
                || inUse.map(credit -> credit.amount() < credit.terms().warningThreshold())
                        .orElse(false)) {
            signs |= CreditSign.LOW_CREDIT.mask();
        }
        if (inUse.map(credit -> credit.has(Configuration.CONFIRMATION)).orElse(false)) {
            signs |= CreditSign.SELECTABLE_CREDIT_IN_USE.mask();
        }
        return signs | nextSign();
    }

    /// True when a prepaying customer has nothing left.
    public boolean isOutOfCredit() {
        return isActive() && account.terms().mode() == Account.Mode.PREPAYMENT && creditInUse() == 0;
    }

    /// What the disconnector is to do, seen from how things were before.
    ///
    /// @param connected how the disconnector stands
    public Optional<Trigger> trigger(boolean connected) {
        if (!isActive() || account.terms().mode() != Account.Mode.PREPAYMENT) {
            return Optional.empty();
        }
        if (isOutOfCredit()) {
            return connected ? Optional.of(Trigger.LOCAL_DISCONNECT) : Optional.empty();
        }
        return !connected
                        && amountToClear() == 0
                        && availableCredit() > account.terms().nextCreditThreshold()
                ? Optional.of(Trigger.LOCAL_RECONNECT)
                : Optional.empty();
    }

    /// Takes a token.
    public Entered enter(Octets octets, Token.Authority authority, long now) {
        Optional<Token> read = Token.of(octets);
        if (read.isEmpty()) {
            return new Entered(Token.StatusCode.FORMAT_FAILURE, this);
        }
        Token token = read.get();
        if (!authority.isGenuine(token.covered().toArray(), token.tag().toArray())) {
            return new Entered(Token.StatusCode.AUTHENTICATION_FAILURE, this);
        }
        if (token.number() <= lastToken || token.amount() <= 0) {
            return new Entered(Token.StatusCode.VALIDATION_FAILURE, this);
        }
        if (!isActive() || creditsByPriority().isEmpty()) {
            return new Entered(Token.StatusCode.EXECUTION_FAILURE, this);
        }
        return new Entered(
                Token.StatusCode.EXECUTION_OK,
                PaymentSplit.paid(new Payment(account, credits, charges, token.number()), token.amount(), now));
    }

    /// Lets time pass: prices and the account change at their times, and what has become due is collected.
    ///
    /// @param tariff index of the price that holds now
    /// @param connected how the disconnector stands
    public Payment second(long now, Commodities commodities, Octets tariff, boolean connected) {
        Payment after = onTime(now);
        if (!after.isActive()) {
            return after;
        }
        for (Charge charge : after.byPriority()) {
            after = switch (charge.terms().type()) {
                case CONSUMPTION_BASED, TIME_BASED -> {
                    if (charge.books().progress().since().isEmpty()) {
                        yield after.replaced(charge.started(now, commodities));
                    }
                    yield charge.isDue(now) ? after.collect(charge, now, commodities, tariff, connected) : after;
                }
                case PAYMENT_EVENT_BASED -> after;
            };
        }
        return after.settled();
    }

    /// collect: what has become due until now is collected at once. Empty when there is no such charge, or no
    /// active account.
    public Optional<Payment> collectNow(
            Obis name, long now, Commodities commodities, Octets tariff, boolean connected) {
        return isActive()
                ? charge(name)
                        .map(charge -> collect(charge, now, commodities, tariff, connected)
                                .settled())
                : Optional.empty();
    }

    /// invoke_credit: the customer says yes to a credit that waits for it. Empty when it does not.
    public Optional<Payment> invoked(Obis name) {
        return credit(name)
                .filter(credit -> isActive() && credit.status() == Status.SELECTABLE)
                .map(credit -> replaced(credit.with(Status.SELECTED)).settled());
    }

    /// activate_account. Empty when it is not new.
    public Optional<Payment> activated() {
        return account.status() == Account.Status.NEW
                ? Optional.of(with(account.with(Account.Status.ACTIVE)).settled())
                : Optional.empty();
    }

    /// close_account: nothing is collected any more. Empty when it is not active.
    public Optional<Payment> closed() {
        return isActive() ? Optional.of(with(account.with(Account.Status.CLOSED))) : Optional.empty();
    }

    /// reset_account: a closed account can begin anew. Empty when it is not closed.
    public Optional<Payment> reset() {
        return account.status() == Account.Status.CLOSED
                ? Optional.of(with(account.with(Account.Status.NEW)))
                : Optional.empty();
    }

    public Optional<Credit> credit(Obis name) {
        return credits.stream()
                .filter(credit -> credit.logicalName().equals(name))
                .findFirst();
    }

    public Optional<Charge> charge(Obis name) {
        return charges.stream()
                .filter(charge -> charge.logicalName().equals(name))
                .findFirst();
    }

    public Payment with(Account next) {
        return new Payment(next, credits, charges, lastToken);
    }

    public Payment replaced(Credit next) {
        return new Payment(
                account,
                credits.stream()
                        .map(credit -> credit.logicalName().equals(next.logicalName()) ? next : credit)
                        .toList(),
                charges,
                lastToken);
    }

    public Payment replaced(Charge next) {
        return new Payment(
                account,
                credits,
                charges.stream()
                        .map(charge -> charge.logicalName().equals(next.logicalName()) ? next : charge)
                        .toList(),
                lastToken);
    }

    /// Gives every credit the status its amount and its place ask for.
    ///
    /// | a credit is | when |
    /// |-------------|------|
    /// | consumed    | there is nothing left in it, or it was used up and is not wholly paid back |
    /// | in use      | it is the first that is not consumed and needs no confirmation, or has it |
    /// | selectable  | it needs a confirmation, and the one in use has fallen to its available threshold |
    /// | selected    | the same without, or it was invoked and is not paid back |
    /// | enabled     | else |
    public Payment settled() {
        if (!isActive()) {
            return this;
        }
        Payment after = this;
        boolean usedUp = true;
        boolean running = false;
        for (Credit credit : creditsByPriority()) {
            boolean spent = credit.isSpent() || (credit.status() == Status.CONSUMED && credit.owed() > 0);
            boolean confirmed = !credit.has(Configuration.CONFIRMATION)
                    || credit.status() == Status.SELECTED
                    || credit.status() == Status.IN_USE;
            Status next;
            if (spent) {
                next = credit.isInvoked() || credit.terms().preset() == 0 ? Status.CONSUMED : Status.ENABLED;
            } else if (!confirmed) {
                next = usedUp ? Status.SELECTABLE : Status.ENABLED;
            } else if (!running) {
                next = Status.IN_USE;
            } else {
                next = usedUp || (credit.isInvoked() && credit.terms().preset() > 0) ? Status.SELECTED : Status.ENABLED;
            }
            Credit settled = credit.status() == next ? credit : credit.with(next);
            after = after.replaced(settled);
            running = running || next == Status.IN_USE;
            usedUp = usedUp && (spent || settled.amount() <= threshold(settled));
        }
        return after;
    }

    /// Once a credit has fallen to this, the next one may be selected: its own threshold, or the account's.
    private int threshold(Credit credit) {
        return Math.max(credit.terms().availableThreshold(), account.terms().nextCreditThreshold());
    }

    private Payment onTime(long now) {
        Payment after = this;
        Account.Terms terms = account.terms();
        if (account.status() == Account.Status.NEW && isReached(terms.activation(), now)) {
            after = after.activated().orElse(after);
        }
        if (after.isActive() && isReached(terms.closure(), now)) {
            after = after.closed().orElse(after);
        }
        for (Charge charge : charges) {
            if (isReached(charge.terms().activation(), now)) {
                after = after.replaced(charge.with(charge.terms().withPassiveActivated()));
            }
        }
        return after;
    }

    private static boolean isReached(OptionalLong time, long now) {
        return time.isPresent() && now >= time.getAsLong();
    }

    /// Collects what is due from one credit after another. What none can pay overdraws the last one: the energy is
    /// already used. While nothing may be collected, time goes by unpaid and consumption waits.
    private Payment collect(Charge charge, long now, Commodities commodities, Octets tariff, boolean connected) {
        List<Obis> payers = creditsByPriority().stream()
                .map(Credit::logicalName)
                .filter(credit -> account.collects(charge.logicalName(), credit, connected))
                .toList();
        Charge.Due due = charge.due(now, commodities, currencyScale(), tariff);
        if (payers.isEmpty()) {
            return charge.terms().type() == Charge.Type.TIME_BASED ? replaced(charge.with(due.progress())) : this;
        }
        long wanted = charge.capped(due.amount());
        long left = wanted;
        Payment after = this;
        Obis last = payers.getFirst();
        for (int i = 0; i < payers.size() && left > 0; i++) {
            Optional<Credit> payer = after.settled().payer(payers);
            if (payer.isPresent()) {
                long part = Math.min(left, payer.get().spendable());
                left -= part;
                last = payer.get().logicalName();
                after = after.settled()
                        .replaced(payer.get().withAmount(payer.get().amount() - part));
            }
        }
        if (left > 0) {
            Credit overdrawn = after.credit(last).orElseThrow();
            after = after.replaced(overdrawn.withAmount(overdrawn.amount() - left));
        }
        return after.replaced(wanted > 0 ? charge.collected(now, wanted, due.progress()) : charge.with(due.progress()));
    }

    private Optional<Credit> payer(List<Obis> payers) {
        return creditsByPriority().stream()
                .filter(credit -> payers.contains(credit.logicalName()))
                .filter(credit -> credit.status() == Status.IN_USE || credit.status() == Status.SELECTED)
                .filter(credit -> !credit.isSpent())
                .findFirst();
    }

    private int nextSign() {
        Optional<Credit> inUse = inUse();
        return creditsByPriority().stream()
                .filter(credit -> inUse.isEmpty()
                        || credit.terms().priority() > inUse.get().terms().priority())
                .filter(credit -> credit.status() != Status.CONSUMED)
                .findFirst()
                .map(credit -> switch (credit.status()) {
                    case ENABLED -> CreditSign.NEXT_CREDIT_ENABLED.mask();
                    case SELECTABLE -> CreditSign.NEXT_CREDIT_SELECTABLE.mask();
                    case SELECTED -> CreditSign.NEXT_CREDIT_SELECTED.mask();
                    case IN_USE, CONSUMED -> 0;
                })
                .orElse(0);
    }

    private Optional<Credit> inUse() {
        return credits.stream()
                .filter(credit -> credit.status() == Status.IN_USE)
                .findFirst();
    }

    int currencyScale() {
        return account.terms().currency().scale();
    }

    /// Priority 0 takes no part.
    List<Credit> creditsByPriority() {
        return credits.stream()
                .filter(credit -> credit.terms().priority() > 0)
                .sorted(Comparator.comparingInt(credit -> credit.terms().priority()))
                .toList();
    }

    List<Charge> byPriority() {
        return charges.stream()
                .filter(charge -> charge.terms().priority() > 0)
                .sorted(Comparator.comparingInt(charge -> charge.terms().priority()))
                .toList();
    }

    private static int saturated(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
