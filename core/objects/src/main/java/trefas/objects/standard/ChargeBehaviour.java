package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.Charge.Books;
import trefas.objects.standard.Charge.Commodity;
import trefas.objects.standard.Charge.Price;
import trefas.objects.standard.Charge.Progress;
import trefas.objects.standard.Charge.Terms;
import trefas.objects.standard.Charge.UnitCharge;
import trefas.quantity.Obis;

/// A charge, class 113 (dossier F9).
final class ChargeBehaviour implements Behaviour {

    private static final int TOTAL_PAID = 2;
    private static final int TYPE = 3;
    private static final int PRIORITY = 4;
    private static final int ACTIVE_PRICE = 5;
    private static final int PASSIVE_PRICE = 6;
    private static final int ACTIVATION = 7;
    private static final int PERIOD = 8;
    private static final int CONFIGURATION = 9;
    private static final int LAST_COLLECTION = 10;
    private static final int LAST_AMOUNT = 11;
    private static final int REMAINING = 12;
    private static final int PROPORTION = 13;

    private static final int READING_SLOT = -1;
    private static final int RESIDUE_SLOT = -2;
    private static final int SINCE_SLOT = -3;
    private static final int COLLECTED_AT_SLOT = -4;

    private static final int UPDATE_PRICE = 1;
    private static final int ACTIVATE_PRICE = 2;
    private static final int COLLECT = 3;
    private static final int UPDATE_REMAINING = 4;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        switch (attributeId) {
            case TOTAL_PAID, LAST_COLLECTION, LAST_AMOUNT, REMAINING -> {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            case ACTIVE_PRICE, PASSIVE_PRICE -> {
                if (Values.elements(Values.element(value, 2)).size() > Charge.TABLE_ROWS_MAX) {
                    return DataAccessResult.OTHER_REASON;
                }
            }
            default -> {
                // The type says it all.
            }
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        StandardDevice device = self.device();
        Optional<Payment> before = PaymentObjects.load(device);
        Optional<Charge> charge = before.flatMap(payment -> payment.charge(self.logicalName()));
        if (before.isEmpty() || charge.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        Charge now = charge.get();
        int amount = Values.number(parameter);
        Optional<Payment> after = switch (methodId) {
            case UPDATE_PRICE -> updated(now, parameter).map(before.get()::replaced);
            case ACTIVATE_PRICE ->
                Optional.of(before.get().replaced(now.with(now.terms().withPassiveActivated())));
            case COLLECT ->
                before.get()
                        .collectNow(
                                self.logicalName(),
                                self.now(),
                                PaymentObjects.commodities(device),
                                PaymentObjects.tariff(device),
                                DisconnectBehaviour.isConnected(device));
            case UPDATE_REMAINING ->
                Optional.of(before.get()
                        .replaced(now.withRemaining((long) now.books().remaining() + amount)));
            default -> Optional.of(before.get().replaced(now.withRemaining(amount)));
        };
        if (after.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        PaymentObjects.save(device, before.get(), after.get());
        return ActionResult.SUCCESS;
    }

    /// update_unit_charge: the passive prices of the named indexes are replaced; an index that is not there is
    /// refused.
    private static Optional<Charge> updated(Charge charge, CosemData parameter) {
        var table = new ArrayList<>(charge.terms().passive().table());
        for (CosemData row : Values.elements(parameter)) {
            Price price = price(row);
            int at = -1;
            for (int i = 0; i < table.size(); i++) {
                if (table.get(i).index().equals(price.index())) {
                    at = i;
                }
            }
            if (at < 0) {
                return Optional.empty();
            }
            table.set(at, price);
        }
        UnitCharge passive = charge.terms().passive();
        return Optional.of(charge.with(charge.terms()
                .withPassive(
                        new UnitCharge(passive.commodityScale(), passive.priceScale(), passive.commodity(), table))));
    }

    static Charge load(Instance self) {
        var terms = new Terms(
                Charge.Type.ofCode((int) self.number(TYPE)).orElse(Charge.Type.CONSUMPTION_BASED),
                (int) self.number(PRIORITY),
                unitCharge(self.value(ACTIVE_PRICE)),
                unitCharge(self.value(PASSIVE_PRICE)),
                Moments.point(self, self.value(ACTIVATION)),
                self.number(PERIOD),
                Bits.of(self.value(CONFIGURATION)),
                (int) self.number(PROPORTION));
        var books = new Books(
                (int) self.number(TOTAL_PAID),
                optional(self, COLLECTED_AT_SLOT),
                (int) self.number(LAST_AMOUNT),
                (int) self.number(REMAINING),
                new Progress(
                        optional(self, READING_SLOT),
                        optional(self, RESIDUE_SLOT).orElse(0),
                        optional(self, SINCE_SLOT)));
        return new Charge(self.logicalName(), terms, books);
    }

    static void save(Instance self, Charge charge) {
        Charge before = load(self);
        Books books = charge.books();
        if (!books.equals(before.books())) {
            self.put(TOTAL_PAID, new DoubleLong(books.totalPaid()));
            self.put(LAST_AMOUNT, new DoubleLong(books.lastAmount()));
            self.put(REMAINING, new DoubleLong(books.remaining()));
            self.put(LAST_COLLECTION, Moments.data(self, books.lastCollection()));
            keep(self, COLLECTED_AT_SLOT, books.lastCollection());
            keep(self, READING_SLOT, books.progress().reading());
            keep(self, RESIDUE_SLOT, OptionalLong.of(books.progress().residue()));
            keep(self, SINCE_SLOT, books.progress().since());
        }
        if (!charge.terms().equals(before.terms())) {
            self.put(ACTIVE_PRICE, data(charge.terms().active()));
            self.put(PASSIVE_PRICE, data(charge.terms().passive()));
            self.put(ACTIVATION, Moments.data(self, charge.terms().activation()));
        }
    }

    private static void keep(Instance self, int slot, OptionalLong number) {
        number.ifPresent(value -> self.put(slot, new Long64(value)));
    }

    private static OptionalLong optional(Instance self, int slot) {
        return self.value(slot) instanceof Long64(long value) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static UnitCharge unitCharge(CosemData data) {
        CosemData scaling = Values.element(data, 0);
        CosemData commodity = Values.element(data, 1);
        Optional<Obis> name = Values.obis(Values.element(commodity, 1));
        if (name.isEmpty()) {
            return UnitCharge.NONE;
        }
        List<Price> table = Values.elements(Values.element(data, 2)).stream()
                .map(ChargeBehaviour::price)
                .toList();
        return new UnitCharge(
                Values.number(Values.element(scaling, 0)),
                Values.number(Values.element(scaling, 1)),
                new Commodity(
                        Values.number(Values.element(commodity, 0)),
                        name.get(),
                        Values.number(Values.element(commodity, 2))),
                table);
    }

    static CosemData data(UnitCharge price) {
        var rows = new ArrayList<CosemData>();
        price.table()
                .forEach(row -> rows.add(Values.structure(new OctetString(row.index()), new Int16(row.perUnit()))));
        return Values.structure(
                Values.structure(new Int8(price.commodityScale()), new Int8(price.priceScale())),
                Values.structure(
                        Values.u16(price.commodity().classId()),
                        Values.name(price.commodity().logicalName()),
                        new Int8(price.commodity().attribute())),
                new Array(rows));
    }

    private static Price price(CosemData row) {
        return new Price(
                Values.element(row, 0) instanceof OctetString(Octets index) ? index : Octets.of(new byte[0]),
                Values.number(Values.element(row, 1)));
    }
}
