package trefas.device.log;

import static trefas.device.register.EnergyRegister.A_MINUS;
import static trefas.device.register.EnergyRegister.A_PLUS;
import static trefas.device.register.EnergyRegister.R1;
import static trefas.device.register.EnergyRegister.R2;
import static trefas.device.register.EnergyRegister.R3;
import static trefas.device.register.EnergyRegister.R4;
import static trefas.device.register.EnergyRegister.R_MINUS;
import static trefas.device.register.EnergyRegister.R_PLUS;

import java.util.List;
import java.util.Optional;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;

/// Load profile contents, one row per Z29 code (dossier 10.2). A new content is a new row; nothing else changes.
public enum LoadProfileContent {
    ACTIVE_IMPORT(1, "A+", A_PLUS),
    ACTIVE(2, "A+ A-", A_PLUS, A_MINUS),
    FOUR_QUADRANT(3, "A+ A- R+ R-", A_PLUS, A_MINUS, R_PLUS, R_MINUS),
    ACTIVE_AND_QUADRANTS(4, "A+ A- R1-R4", A_PLUS, A_MINUS, R1, R2, R3, R4),
    ALL(5, "A+ A- R+ R- R1-R4", A_PLUS, A_MINUS, R_PLUS, R_MINUS, R1, R2, R3, R4);

    /// Octets of logger memory, of a row's header and of each register in it. The published depths of all five
    /// contents and three periods follow from these (dossier 10.2, derived).
    private static final int MEMORY_OCTETS = 587_664;
    private static final int HEADER_OCTETS = 18;
    private static final int REGISTER_OCTETS = 4;

    private final int code;
    private final String title;
    private final List<EnergyRegister> registers;

    LoadProfileContent(int code, String title, EnergyRegister... registers) {
        this.code = code;
        this.title = title;
        this.registers = List.of(registers);
    }

    /// The Z29 code.
    public int code() {
        return code;
    }

    public String title() {
        return title;
    }

    /// The columns, in order.
    public List<EnergyRegister> registers() {
        return registers;
    }

    /// Whether a meter that measures these energies counts every column.
    public boolean isCounted(MeasuredEnergies measured) {
        return registers.stream().allMatch(measured::has);
    }

    /// The fullest content without single quadrants: what a meter is made with (Z29, decision 0031).
    public static LoadProfileContent usual(MeasuredEnergies measured) {
        return switch (measured) {
            case ACTIVE_IMPORT -> ACTIVE_IMPORT;
            case ACTIVE -> ACTIVE;
            case FOUR_QUADRANTS -> FOUR_QUADRANT;
        };
    }

    /// Rows kept before the oldest makes room.
    public int capacity() {
        return MEMORY_OCTETS / (HEADER_OCTETS + REGISTER_OCTETS * registers.size());
    }

    public static Optional<LoadProfileContent> ofCode(int code) {
        for (LoadProfileContent content : values()) {
            if (content.code == code) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }
}
