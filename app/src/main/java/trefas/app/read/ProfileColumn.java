package trefas.app.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemText;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;

/// A column of a profile: what was captured and what its numbers mean.
///
/// @param name short, for a heading
/// @param scalerUnit read from the captured register; empty for times, status words and numbers without a unit
public record ProfileColumn(CaptureObject object, String name, Optional<ScalerUnit> scalerUnit) {

    /// The name with its unit: `1.8.0 Wh`.
    public String heading() {
        return unit().isEmpty() ? name : name + " " + unit();
    }

    /// The unit's symbol, empty without one.
    public String unit() {
        return scalerUnit.map(scale -> scale.unit().symbol()).orElse("");
    }

    public boolean isTime() {
        return object.classId() == InterfaceClass.CLOCK.classId();
    }

    /// The number of a cell with its scaler applied; empty when it is none.
    public Optional<BigDecimal> number(CosemData cell) {
        return Reading.whole(cell).map(whole -> {
            var scaled =
                    new BigDecimal(whole, -scalerUnit.map(ScalerUnit::scaler).orElse(0));
            return scaled.scale() < 0 ? scaled.setScale(0, RoundingMode.UNNECESSARY) : scaled;
        });
    }

    /// A cell as people read it; empty for null-data.
    public String text(CosemData cell) {
        return switch (cell) {
            case CosemData.NullData _ -> "";
            case CosemData.VisibleString(String text) -> text;
            case CosemData other ->
                number(other).map(BigDecimal::toPlainString).orElseGet(() -> CosemText.oneLine(other));
        };
    }
}
