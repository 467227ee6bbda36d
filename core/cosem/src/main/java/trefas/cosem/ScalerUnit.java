package trefas.cosem;

import java.math.BigDecimal;
import java.util.Optional;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Structure;

/// What a register's number means: value = number x 10^scaler, in a unit (scal_unit_type, IEC 62056-6-2).
///
/// @param scaler power of ten, -128 to 127
public record ScalerUnit(int scaler, Unit unit) {

    public ScalerUnit {
        if (scaler != (byte) scaler) {
            throw new IllegalArgumentException("a scaler is -128 to 127: " + scaler);
        }
    }

    /// Reads a structure of an integer and an enumeration. Empty when it is anything else or the unit is not one of
    /// an electricity meter.
    public static Optional<ScalerUnit> of(CosemData data) {
        return data instanceof Structure(var elements)
                        && elements.size() == 2
                        && elements.get(0) instanceof Int8(int scaler)
                        && elements.get(1) instanceof Enumerated(int code)
                ? Unit.ofCode(code).map(unit -> new ScalerUnit(scaler, unit))
                : Optional.empty();
    }

    public void write(AxdrWriter writer) {
        writer.structure(2).integer(scaler).enumerated(unit.code());
    }

    /// The number with its scaler applied and its symbol, for example `230.1 V`.
    public String text(long number) {
        String value = BigDecimal.valueOf(number, -scaler).toPlainString();
        return unit.symbol().isEmpty() ? value : value + " " + unit.symbol();
    }
}
