package trefas.app.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import trefas.cosem.CosemData;
import trefas.cosem.CosemText;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.quantity.Obis;

/// What a meter answered for one object.
///
/// @param value as it was sent
/// @param scalerUnit what its number means, for registers
/// @param columns names of the columns, for profiles
/// @param attribute which attribute of the object it is
public record Reading(
        Obis obis, CosemData value, Optional<ScalerUnit> scalerUnit, List<String> columns, int attribute) {

    /// The attribute that is meant when none is named.
    public static final int VALUE = 2;

    private static final int KILO = 3;
    private static final Set<Unit> ENERGIES = Set.of(Unit.WATT_HOUR, Unit.VAR_HOUR, Unit.VOLT_AMPERE_HOUR);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Reading {
        columns = List.copyOf(columns);
    }

    /// The value of an object.
    public Reading(Obis obis, CosemData value, Optional<ScalerUnit> scalerUnit, List<String> columns) {
        this(obis, value, scalerUnit, columns, VALUE);
    }

    /// The object, and its attribute unless that is the value: `1-1:1.8.0*255:3`.
    public String name() {
        return attribute == VALUE ? obis.toString() : obis + ":" + attribute;
    }

    /// The number with its scaler applied, or empty when it is none.
    public Optional<BigDecimal> number() {
        return scalerUnit.flatMap(scale -> whole(value).map(number -> {
            BigDecimal scaled = new BigDecimal(number, -scale.scaler());
            return scaled.scale() < 0 ? scaled.setScale(0, RoundingMode.UNNECESSARY) : scaled;
        }));
    }

    /// The unit's symbol, empty without one.
    public String unit() {
        return scalerUnit.map(ScalerUnit::unit).map(Unit::symbol).orElse("");
    }

    /// The value in words, as sent: a text bare, anything else as [CosemText] writes it.
    public String words() {
        return value instanceof CosemData.VisibleString(String plain) ? plain : CosemText.oneLine(value);
    }

    /// As people read it: energies in kWh, kvarh and kVAh, everything else as sent. One line, whatever a meter
    /// sends.
    public String text() {
        Optional<BigDecimal> number = number();
        if (number.isEmpty()) {
            return CONTROL.matcher(words()).replaceAll("?");
        }
        boolean isEnergy =
                scalerUnit.map(ScalerUnit::unit).map(ENERGIES::contains).orElse(false);
        int scaler = scalerUnit.map(ScalerUnit::scaler).orElse(0);
        String digits = isEnergy
                ? number.get()
                        .movePointLeft(KILO)
                        .setScale(Math.max(0, KILO - scaler), RoundingMode.UNNECESSARY)
                        .toPlainString()
                : number.get().toPlainString();
        String unit = isEnergy ? "k" + unit() : unit();
        return unit.isEmpty() ? digits : digits + " " + unit;
    }

    /// The number as it was sent, without its scaler.
    static Optional<BigInteger> whole(CosemData data) {
        return switch (data) {
            case CosemData.DoubleLongUnsigned(long value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.DoubleLong(int value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.LongUnsigned(int value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.Int16(int value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.Unsigned(int value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.Int8(int value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.Long64(long value) -> Optional.of(BigInteger.valueOf(value));
            case CosemData.Long64Unsigned(long value) -> Optional.of(new BigInteger(Long.toUnsignedString(value)));
            case CosemData _ -> Optional.empty();
        };
    }
}
