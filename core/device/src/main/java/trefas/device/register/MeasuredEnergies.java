package trefas.device.register;

import java.util.List;
import java.util.Optional;

/// What a meter was ordered to measure, X9 of the type number (dossier 2.1, 4.1). Registers it does not have neither
/// count nor show. Each constant has all that the one before has.
public enum MeasuredEnergies {
    /// A+ alone.
    ACTIVE_IMPORT(1, "A+", 1),
    /// A+ and A-.
    ACTIVE(2, "A+ A-", 2),
    /// A+, A-, R+, R-, each quadrant's reactive energy and with it apparent energy.
    FOUR_QUADRANTS(4, "A+ A- R+ R-", 6);

    private final int code;
    private final String title;
    private final List<Quantity> quantities;
    private final List<EnergyRegister> registers;
    /// Bit n: the register of slot n.
    private final int slots;

    MeasuredEnergies(int code, String title, int quantityCount) {
        this.code = code;
        this.title = title;
        this.quantities = List.of(Quantity.values()).subList(0, quantityCount);
        this.registers = EnergyRegister.ALL.stream()
                .filter(register -> requiredFor(register) <= code)
                .toList();
        int mask = 0;
        for (EnergyRegister register : registers) {
            mask |= 1 << register.slot();
        }
        this.slots = mask;
    }

    /// The X9 code.
    public int code() {
        return code;
    }

    /// As the type number's papers name it.
    public String title() {
        return title;
    }

    /// The quantities with tariffs, means and peaks, in the order of [Quantity].
    public List<Quantity> quantities() {
        return quantities;
    }

    /// How many of [Quantity], from the first.
    public int quantityCount() {
        return quantities.size();
    }

    /// The registers that count at all times, in slot order.
    public List<EnergyRegister> registers() {
        return registers;
    }

    public boolean has(EnergyRegister register) {
        return ((slots >>> register.slot()) & 1) != 0;
    }

    public boolean has(Quantity quantity) {
        return quantity.place() < quantities.size();
    }

    /// Whether A- is measured, and so A1234 and Anet.
    public boolean hasExport() {
        return this != ACTIVE_IMPORT;
    }

    /// Whether reactive and apparent energies are measured.
    public boolean hasReactive() {
        return this == FOUR_QUADRANTS;
    }

    public static Optional<MeasuredEnergies> ofCode(int code) {
        for (MeasuredEnergies measured : values()) {
            if (measured.code == code) {
                return Optional.of(measured);
            }
        }
        return Optional.empty();
    }

    /// The lowest X9 code that has this register.
    private static int requiredFor(EnergyRegister register) {
        return switch (register) {
            case A_PLUS, A_PLUS_L1, A_PLUS_L2, A_PLUS_L3 -> 1;
            case A_MINUS, A_MINUS_L1, A_MINUS_L2, A_MINUS_L3 -> 2;
            case R_PLUS, R_MINUS, R1, R2, R3, R4, E_PLUS, E_MINUS -> 4;
            case R_PLUS_L1, R_PLUS_L2, R_PLUS_L3, R_MINUS_L1, R_MINUS_L2, R_MINUS_L3 -> 4;
        };
    }
}
