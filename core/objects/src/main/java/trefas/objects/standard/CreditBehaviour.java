package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.Credit.Status;
import trefas.objects.standard.Credit.Terms;

/// A credit, class 112 (dossier F9).
final class CreditBehaviour implements Behaviour {

    private static final int AMOUNT = 2;
    private static final int TYPE = 3;
    private static final int PRIORITY = 4;
    private static final int WARNING = 5;
    private static final int LIMIT = 6;
    private static final int CONFIGURATION = 7;
    private static final int STATUS = 8;
    private static final int PRESET = 9;
    private static final int AVAILABLE_THRESHOLD = 10;
    private static final int PERIOD = 11;

    private static final int UPDATE_AMOUNT = 1;
    private static final int SET_AMOUNT = 2;

    private static final CosemDateTime ANY_TIME =
            new CosemDateTime(0xFFFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, -0x8000, 0xFF);

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == AMOUNT || attributeId == STATUS) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        self.put(attributeId, value);
        if (attributeId == PRESET && self.number(AMOUNT) == 0) {
            // It counts as not invoked yet, whatever an empty credit without a preset amount was.
            self.put(STATUS, Values.en(Status.ENABLED.code()));
        }
        PaymentObjects.settle(self.device());
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Optional<Payment> before = PaymentObjects.load(self.device());
        Optional<Credit> credit = before.flatMap(payment -> payment.credit(self.logicalName()));
        if (before.isEmpty() || credit.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        int amount = Values.number(parameter);
        Optional<Payment> after = switch (methodId) {
            case UPDATE_AMOUNT ->
                Optional.of(before.get()
                        .replaced(credit.get().withAmount((long) credit.get().amount() + amount))
                        .settled());
            case SET_AMOUNT ->
                Optional.of(
                        before.get().replaced(credit.get().withAmount(amount)).settled());
            default -> before.get().invoked(self.logicalName());
        };
        if (after.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        PaymentObjects.save(self.device(), before.get(), after.get());
        return ActionResult.SUCCESS;
    }

    static Credit load(Instance self) {
        return new Credit(
                self.logicalName(),
                new Terms(
                        Credit.Type.ofCode((int) self.number(TYPE)).orElse(Credit.Type.TOKEN),
                        (int) self.number(PRIORITY),
                        (int) self.number(WARNING),
                        (int) self.number(LIMIT),
                        Bits.of(self.value(CONFIGURATION)),
                        (int) self.number(PRESET),
                        (int) self.number(AVAILABLE_THRESHOLD),
                        Values.time(self.value(PERIOD)).orElse(ANY_TIME)),
                (int) self.number(AMOUNT),
                Status.ofCode((int) self.number(STATUS)).orElse(Status.ENABLED));
    }

    static void save(Instance self, Credit credit) {
        self.put(AMOUNT, new DoubleLong(credit.amount()));
        self.put(STATUS, Values.en(credit.status().code()));
    }
}
