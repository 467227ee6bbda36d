package trefas.device.demand;

import java.util.function.ToLongFunction;
import trefas.quantity.Obis;

/// One register by its OBIS code, and how it is read off a meter (dossier 20). The same for all meters of a
/// configuration.
///
/// @param obis its name
/// @param title its name in the meter's papers
/// @param interfaceClass 1 data, 3 register, 4 extended register
/// @param scaler power of ten from the number to the unit
/// @param unit of the number times ten to the scaler
/// @param reader gives the number: unsigned 32 bit, of Anet (16.8.0) signed
/// @param stamper gives the capture time of class 4, 0 when there is none yet
public record MeterRegister(
        Obis obis,
        String title,
        int interfaceClass,
        int scaler,
        RegisterUnit unit,
        ToLongFunction<MeterRegisters> reader,
        ToLongFunction<MeterRegisters> stamper) {

    static final int DATA = 1;
    static final int REGISTER = 3;
    static final int EXTENDED_REGISTER = 4;

    static MeterRegister register(
            Obis obis, String title, int scaler, RegisterUnit unit, ToLongFunction<MeterRegisters> reader) {
        return new MeterRegister(obis, title, REGISTER, scaler, unit, reader, _ -> 0);
    }

    /// The number as it is read now.
    public long value(MeterRegisters registers) {
        return reader.applyAsLong(registers);
    }

    /// When it was captured, for class 4: seconds since 1970-01-01T00:00:00Z of the meter's time, to be told in normal
    /// time (dossier 4.4); 0 for an empty stamp.
    public long stamp(MeterRegisters registers) {
        return stamper.applyAsLong(registers);
    }
}
