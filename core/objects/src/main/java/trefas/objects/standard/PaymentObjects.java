package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.AttributeType;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.ScalerUnit;
import trefas.objects.standard.DisconnectControl.Trigger;
import trefas.quantity.Obis;

/// The payment objects of one meter taken together and put back: the [Payment] is made from what the objects keep,
/// changes as a whole, and every object keeps its part of it again. So no object can disagree with another.
final class PaymentObjects {

    static final Obis ACCOUNT = Obis.of("0-0:19.0.0*255");
    static final Obis GATEWAY = Obis.of("0-0:19.40.0*255");

    private static final int ACCOUNT_CLASS = 111;
    private static final int CREDIT_CLASS = 112;
    private static final int CHARGE_CLASS = 113;

    private static final int CREDIT_REFERENCES = 9;
    private static final int CHARGE_REFERENCES = 10;

    private static final int REGISTER_VALUE = 2;
    private static final int SCALER_UNIT = 3;
    private static final Obis ACTIVE_TARIFF = Obis.of("0-0:96.14.0*255");
    private static final int DATA_CLASS = 1;

    /// Number of the last token, in the gateway.
    private static final int LAST_TOKEN_SLOT = -1;

    private PaymentObjects() {}

    /// Empty when the model has no account.
    static Optional<Payment> load(StandardDevice device) {
        return instance(device, ACCOUNT_CLASS, ACCOUNT).map(account -> {
            List<Credit> credits = references(account, CREDIT_REFERENCES).stream()
                    .flatMap(name -> instance(device, CREDIT_CLASS, name).stream())
                    .map(CreditBehaviour::load)
                    .toList();
            List<Charge> charges = references(account, CHARGE_REFERENCES).stream()
                    .flatMap(name -> instance(device, CHARGE_CLASS, name).stream())
                    .map(ChargeBehaviour::load)
                    .toList();
            long lastToken = device.instance(GATEWAY)
                    .map(gateway -> gateway.value(LAST_TOKEN_SLOT) instanceof Long64(long number) ? number : -1L)
                    .orElse(-1L);
            return new Payment(AccountBehaviour.load(account), credits, charges, lastToken);
        });
    }

    /// Keeps a payment, and lets the disconnector follow.
    static void save(StandardDevice device, Payment before, Payment after) {
        if (after.equals(before)) {
            return;
        }
        device.instance(ACCOUNT).ifPresent(account -> AccountBehaviour.save(account, after.account()));
        for (Credit credit : after.credits()) {
            device.instance(credit.logicalName()).ifPresent(self -> CreditBehaviour.save(self, credit));
        }
        for (Charge charge : after.charges()) {
            device.instance(charge.logicalName()).ifPresent(self -> ChargeBehaviour.save(self, charge));
        }
        if (after.lastToken() != before.lastToken()) {
            device.instance(GATEWAY).ifPresent(self -> self.put(LAST_TOKEN_SLOT, new Long64(after.lastToken())));
        }
        Optional<Trigger> trigger = after.trigger(DisconnectBehaviour.isConnected(device));
        trigger.ifPresent(wanted -> DisconnectBehaviour.act(device, wanted));
    }

    /// After terms were written: credits take the place they have now.
    static void settle(StandardDevice device) {
        load(device).ifPresent(payment -> save(device, payment, payment.settled()));
    }

    /// Lets time pass.
    static void second(StandardDevice device, long at) {
        load(device).ifPresent(payment -> {
            Payment after =
                    payment.second(at, commodities(device), tariff(device), DisconnectBehaviour.isConnected(device));
            save(device, payment, after);
        });
    }

    static Commodities commodities(StandardDevice device) {
        return new Commodities() {
            @Override
            public OptionalLong reading(Charge.Commodity commodity) {
                return device.inner()
                        .read(commodity.classId(), commodity.logicalName(), commodity.attribute())
                        .flatMap(AttributeType::number)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
            }

            @Override
            public int scaler(Charge.Commodity commodity) {
                return commodity.attribute() == REGISTER_VALUE
                        ? device.inner()
                                .read(commodity.classId(), commodity.logicalName(), SCALER_UNIT)
                                .flatMap(ScalerUnit::of)
                                .map(ScalerUnit::scaler)
                                .orElse(0)
                        : 0;
            }
        };
    }

    /// Index of the tariff that holds now: the octets of the active tariff, none where the model has no tariffs.
    static Octets tariff(StandardDevice device) {
        return device.inner()
                .read(DATA_CLASS, ACTIVE_TARIFF, REGISTER_VALUE)
                .map(value -> value instanceof OctetString(Octets octets)
                        ? octets
                        : Octets.of(new byte[] {(byte) Values.number(value)}))
                .orElseGet(() -> Octets.of(new byte[0]));
    }

    static List<Obis> references(Instance account, int attributeId) {
        return Values.elements(account.value(attributeId)).stream()
                .map(Values::obis)
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<Instance> instance(StandardDevice device, int classId, Obis name) {
        return device.inside(classId, name).flatMap(object -> device.instance(object.logicalName()));
    }
}
