package trefas.device.register;

import java.util.List;
import trefas.quantity.Obis;

/// The energy registers that count at all times (dossier 4.1). The slot is the place in the accumulators and
/// stands in the permanent memory: new registers get new slots.
public enum EnergyRegister {
    A_PLUS(0, "A+", "1-1:1.8.0*255", Kind.ACTIVE),
    A_MINUS(1, "A-", "1-1:2.8.0*255", Kind.ACTIVE),
    R_PLUS(2, "R+", "1-1:3.8.0*255", Kind.REACTIVE),
    R_MINUS(3, "R-", "1-1:4.8.0*255", Kind.REACTIVE),
    R1(4, "R1", "1-1:5.8.0*255", Kind.REACTIVE),
    R2(5, "R2", "1-1:6.8.0*255", Kind.REACTIVE),
    R3(6, "R3", "1-1:7.8.0*255", Kind.REACTIVE),
    R4(7, "R4", "1-1:8.8.0*255", Kind.REACTIVE),
    A_PLUS_L1(8, "A+ L1", "1-1:21.8.0*255", Kind.ACTIVE),
    A_PLUS_L2(9, "A+ L2", "1-1:41.8.0*255", Kind.ACTIVE),
    A_PLUS_L3(10, "A+ L3", "1-1:61.8.0*255", Kind.ACTIVE),
    A_MINUS_L1(11, "A- L1", "1-1:22.8.0*255", Kind.ACTIVE),
    A_MINUS_L2(12, "A- L2", "1-1:42.8.0*255", Kind.ACTIVE),
    A_MINUS_L3(13, "A- L3", "1-1:62.8.0*255", Kind.ACTIVE),
    R_PLUS_L1(14, "R+ L1", "1-1:23.8.0*255", Kind.REACTIVE),
    R_PLUS_L2(15, "R+ L2", "1-1:43.8.0*255", Kind.REACTIVE),
    R_PLUS_L3(16, "R+ L3", "1-1:63.8.0*255", Kind.REACTIVE),
    R_MINUS_L1(17, "R- L1", "1-1:24.8.0*255", Kind.REACTIVE),
    R_MINUS_L2(18, "R- L2", "1-1:44.8.0*255", Kind.REACTIVE),
    R_MINUS_L3(19, "R- L3", "1-1:64.8.0*255", Kind.REACTIVE),
    E_PLUS(20, "E+", "1-1:9.8.0*255", Kind.APPARENT),
    E_MINUS(21, "E-", "1-1:10.8.0*255", Kind.APPARENT);

    /// What a register counts, and so its unit.
    public enum Kind {
        ACTIVE("Wh"),
        REACTIVE("varh"),
        APPARENT("VAh");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    /// All registers in slot order; `values()` would copy them at each call.
    public static final List<EnergyRegister> ALL = List.of(values());

    private final int slot;
    private final String title;
    private final Obis obis;
    private final Kind kind;

    EnergyRegister(int slot, String title, String obis, Kind kind) {
        this.slot = slot;
        this.title = title;
        this.obis = Obis.of(obis);
        this.kind = kind;
    }

    /// The place in the accumulators, from 0 without gaps.
    public int slot() {
        return slot;
    }

    /// The name in the meter's papers.
    public String title() {
        return title;
    }

    public Obis obis() {
        return obis;
    }

    public Kind kind() {
        return kind;
    }
}
