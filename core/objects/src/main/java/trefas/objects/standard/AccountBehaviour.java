package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.Account.Collection;
import trefas.objects.standard.Account.Currency;
import trefas.objects.standard.Account.Mode;
import trefas.objects.standard.Account.Provision;
import trefas.objects.standard.Account.Share;
import trefas.objects.standard.Account.Status;
import trefas.objects.standard.Account.Terms;
import trefas.quantity.Obis;

/// The account, class 111 (dossier F9). What it says of credits is worked out when it is asked.
final class AccountBehaviour implements Behaviour {

    private static final int MODE_AND_STATUS = 2;
    private static final int CREDIT_IN_USE = 3;
    private static final int CREDIT_STATUS = 4;
    private static final int AVAILABLE_CREDIT = 5;
    private static final int AMOUNT_TO_CLEAR = 6;
    private static final int CLEARANCE_THRESHOLD = 7;
    private static final int AGGREGATED_DEBT = 8;
    private static final int CREDIT_REFERENCES = 9;
    private static final int CHARGE_REFERENCES = 10;
    private static final int COLLECTIONS = 11;
    private static final int SHARES = 12;
    private static final int ACTIVATION = 13;
    private static final int CLOSURE = 14;
    private static final int CURRENCY = 15;
    private static final int LOW_CREDIT_THRESHOLD = 16;
    private static final int NEXT_CREDIT_THRESHOLD = 17;
    private static final int PROVISION_MAX = 18;
    private static final int PROVISION_SECONDS = 19;

    private static final int PROVISION_SLOT = -1;

    private static final int ACTIVATE = 1;
    private static final int CLOSE = 2;

    private static final int CREDIT_SIGNS = 8;
    private static final int REFERENCES_MAX = 16;
    private static final int PERCENT = 100;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<Payment> payment = PaymentObjects.load(self.device());
        if (selection.isPresent() || payment.isEmpty()) {
            return Behaviour.super.read(self, attributeId, selection, value);
        }
        switch (attributeId) {
            case CREDIT_IN_USE -> value.unsigned(payment.get().creditInUse());
            case CREDIT_STATUS ->
                Axdr.encode(Bits.data(CREDIT_SIGNS, payment.get().creditSigns()), value);
            case AVAILABLE_CREDIT -> value.doubleLong(payment.get().availableCredit());
            case AMOUNT_TO_CLEAR -> value.doubleLong(payment.get().amountToClear());
            case AGGREGATED_DEBT -> value.doubleLong(payment.get().aggregatedDebt());
            default -> {
                return Behaviour.super.read(self, attributeId, selection, value);
            }
        }
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        switch (attributeId) {
            case CREDIT_IN_USE, CREDIT_STATUS, AVAILABLE_CREDIT, AMOUNT_TO_CLEAR, AGGREGATED_DEBT -> {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            default -> {
                if (!isAllowed(self, attributeId, value)) {
                    return DataAccessResult.OTHER_REASON;
                }
            }
        }
        self.put(attributeId, value);
        PaymentObjects.settle(self.device());
        return DataAccessResult.SUCCESS;
    }

    private static boolean isAllowed(Instance self, int attributeId, CosemData value) {
        List<CosemData> rows = Values.elements(value);
        return switch (attributeId) {
            // The status changes by methods only.
            case MODE_AND_STATUS -> Values.element(value, 1).equals(Values.element(self.value(MODE_AND_STATUS), 1));
            case CREDIT_REFERENCES, CHARGE_REFERENCES ->
                rows.size() <= REFERENCES_MAX && rows.stream().distinct().count() == rows.size();
            case COLLECTIONS -> rows.size() <= REFERENCES_MAX * REFERENCES_MAX;
            case SHARES ->
                rows.size() <= REFERENCES_MAX
                        && rows.stream()
                                        .mapToInt(row -> Values.number(Values.element(row, 1)))
                                        .sum()
                                <= PERCENT;
            case PROVISION_SECONDS -> Values.number(value) >= 0;
            default -> true;
        };
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Optional<Payment> before = PaymentObjects.load(self.device());
        Optional<Payment> after = switch (methodId) {
            case ACTIVATE -> before.flatMap(Payment::activated);
            case CLOSE -> before.flatMap(Payment::closed);
            default -> before.flatMap(Payment::reset);
        };
        if (before.isEmpty() || after.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        PaymentObjects.save(self.device(), before.get(), after.get());
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        if (canChange(self)) {
            PaymentObjects.second(self.device(), at);
        }
    }

    @Override
    public void resumed(Instance self, long after, long at) {
        second(self, at);
    }

    /// Most meters have no account in use; they are not to pay for it every second.
    private static boolean canChange(Instance self) {
        return switch (Status.ofCode(Values.number(Values.element(self.value(MODE_AND_STATUS), 1)))
                .orElse(Status.NEW)) {
            case ACTIVE -> true;
            case NEW -> !self.value(ACTIVATION).equals(Values.NO_TIME);
            case CLOSED -> false;
        };
    }

    static Account load(Instance self) {
        CosemData modeAndStatus = self.value(MODE_AND_STATUS);
        CosemData currency = self.value(CURRENCY);
        CosemData provision = self.value(PROVISION_SLOT);
        var terms = new Terms(
                Mode.ofCode(Values.number(Values.element(modeAndStatus, 0))).orElse(Mode.CREDIT),
                (int) self.number(CLEARANCE_THRESHOLD),
                Values.elements(self.value(COLLECTIONS)).stream()
                        .map(AccountBehaviour::collection)
                        .flatMap(Optional::stream)
                        .toList(),
                Values.elements(self.value(SHARES)).stream()
                        .map(AccountBehaviour::share)
                        .flatMap(Optional::stream)
                        .toList(),
                Moments.point(self, self.value(ACTIVATION)),
                Moments.point(self, self.value(CLOSURE)),
                new Currency(
                        Values.element(currency, 0) instanceof Utf8String(String name) ? name : "",
                        Values.number(Values.element(currency, 1)),
                        Values.number(Values.element(currency, 2))),
                (int) self.number(LOW_CREDIT_THRESHOLD),
                (int) self.number(NEXT_CREDIT_THRESHOLD),
                (int) self.number(PROVISION_MAX),
                (int) self.number(PROVISION_SECONDS));
        return new Account(
                terms,
                Status.ofCode(Values.number(Values.element(modeAndStatus, 1))).orElse(Status.NEW),
                provision instanceof CosemData.Structure
                        ? new Provision(
                                OptionalLong.of(long64(Values.element(provision, 0))),
                                long64(Values.element(provision, 1)))
                        : Provision.NONE);
    }

    /// Keeps what changes by itself.
    static void save(Instance self, Account account) {
        self.put(
                MODE_AND_STATUS,
                Values.structure(
                        Values.en(account.terms().mode().code()),
                        Values.en(account.status().code())));
        if (account.provision().since().isPresent()) {
            self.put(
                    PROVISION_SLOT,
                    Values.structure(
                            new Long64(account.provision().since().getAsLong()),
                            new Long64(account.provision().collected())));
        }
    }

    private static Optional<Collection> collection(CosemData row) {
        Optional<Obis> credit = Values.obis(Values.element(row, 0));
        Optional<Obis> charge = Values.obis(Values.element(row, 1));
        return credit.isPresent() && charge.isPresent()
                ? Optional.of(new Collection(credit.get(), charge.get(), Bits.of(Values.element(row, 2))))
                : Optional.empty();
    }

    private static Optional<Share> share(CosemData row) {
        return Values.obis(Values.element(row, 0))
                .map(credit -> new Share(credit, Values.number(Values.element(row, 1))));
    }

    private static long long64(CosemData data) {
        return data instanceof Long64(long value) ? value : 0;
    }
}
