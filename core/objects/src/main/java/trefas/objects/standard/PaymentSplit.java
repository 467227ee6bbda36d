package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.objects.standard.Credit.Configuration;

/// Where the money of a payment goes: events take their part first, the rest goes to the credits (IEC 62056-6-2,
/// classes 111 to 113).
final class PaymentSplit {

    private static final int PERCENT = 100;

    private PaymentSplit() {}

    /// A payment that was made.
    static Payment paid(Payment before, long amount, long now) {
        Payment after = before;
        long left = amount;
        for (Charge charge : before.byPriority()) {
            if (charge.terms().type() == Charge.Type.PAYMENT_EVENT_BASED) {
                long due = charge.capped(charge.ofPayment(amount, before.currencyScale()));
                long part = Math.min(left, Math.min(due, after.account().provisionLeft(now)));
                if (part > 0) {
                    left -= part;
                    after = after.replaced(
                                    charge.collected(now, part, charge.books().progress()))
                            .with(after.account().provided(now, part));
                }
            }
        }
        return split(after, left).settled();
    }

    /// By the shares of the token gateway; without any, what is lent is paid back first. The rest goes to the
    /// first credit that receives tokens.
    private static Payment split(Payment before, long amount) {
        Payment after = before;
        long left = amount;
        for (Account.Share share : sharesOrLent(before)) {
            Optional<Credit> credit = after.credit(share.credit());
            if (credit.isPresent()) {
                long part = Math.min(left, amount * share.percent() / PERCENT);
                long fits = credit.get().has(Configuration.TO_BE_PAID_BACK)
                        ? Math.min(part, credit.get().owed())
                        : part;
                left -= fits;
                after = after.replaced(filled(credit.get(), fits));
            }
        }
        Credit rest = creditForTheRest(after);
        return after.replaced(rest.withAmount(rest.amount() + left));
    }

    private static List<Account.Share> sharesOrLent(Payment payment) {
        return payment.account().terms().shares().isEmpty()
                ? payment.credits().stream()
                        .filter(credit -> credit.owed() > 0)
                        .map(credit -> new Account.Share(credit.logicalName(), PERCENT))
                        .toList()
                : payment.account().terms().shares();
    }

    private static Credit creditForTheRest(Payment payment) {
        List<Credit> ordered = payment.creditsByPriority();
        return ordered.stream()
                .filter(credit -> credit.has(Configuration.RECEIVES_TOKENS))
                .findFirst()
                .orElseGet(ordered::getFirst);
    }

    private static Credit filled(Credit credit, long amount) {
        Credit filled = credit.withAmount(credit.amount() + amount);
        return credit.owed() > 0 && filled.owed() == 0 ? filled.rearmed() : filled;
    }
}
