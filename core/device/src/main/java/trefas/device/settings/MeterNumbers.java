package trefas.device.settings;

/// The numbers and texts a utility writes into a meter to know it again (dossier 2.2). Texts are octets: each
/// character is one octet, 0 to 255.
///
/// @param meterNumber1 unsigned 32 bit, or [#AS_SERIAL]
/// @param meterNumber2 unsigned 32 bit
/// @param meterNumber3 unsigned 32 bit
/// @param meterNumberLow at most [#TEXT_OCTETS_MAX] octets, independent of the others (our choice)
/// @param specialData1 unsigned 32 bit
/// @param specialData2 unsigned 32 bit
/// @param moduleId name of the plug-in module, at most [#TEXT_OCTETS_MAX] octets
public record MeterNumbers(
        long meterNumber1,
        long meterNumber2,
        long meterNumber3,
        String meterNumberLow,
        long specialData1,
        long specialData2,
        String moduleId) {

    public static final int TEXT_OCTETS_MAX = 32;
    public static final long NUMBER_MAX = 0xFFFF_FFFFL;

    /// Meter number 1 is the serial number until somebody writes another (technical description, customer labels).
    public static final long AS_SERIAL = -1;

    /// As a meter comes from the factory.
    public static final MeterNumbers AS_MADE = new MeterNumbers(AS_SERIAL, 0, 0, "", 0, 0, "");

    private static final int OCTET_MAX = 0xFF;

    public MeterNumbers {
        boolean fits = (meterNumber1 == AS_SERIAL || isNumber(meterNumber1))
                && isNumber(meterNumber2)
                && isNumber(meterNumber3)
                && isText(meterNumberLow)
                && isNumber(specialData1)
                && isNumber(specialData2)
                && isText(moduleId);
        if (!fits) {
            throw new IllegalArgumentException("a number of 32 bits or a text of " + TEXT_OCTETS_MAX + " octets");
        }
    }

    public static boolean isNumber(long number) {
        return number >= 0 && number <= NUMBER_MAX;
    }

    /// Whether these are octets, and not too many.
    public static boolean isText(String octets) {
        return octets.length() <= TEXT_OCTETS_MAX && octets.chars().allMatch(octet -> octet <= OCTET_MAX);
    }

    public MeterNumbers withMeterNumber1(long number) {
        return new MeterNumbers(
                number, meterNumber2, meterNumber3, meterNumberLow, specialData1, specialData2, moduleId);
    }

    public MeterNumbers withMeterNumber2(long number) {
        return new MeterNumbers(
                meterNumber1, number, meterNumber3, meterNumberLow, specialData1, specialData2, moduleId);
    }

    public MeterNumbers withMeterNumber3(long number) {
        return new MeterNumbers(
                meterNumber1, meterNumber2, number, meterNumberLow, specialData1, specialData2, moduleId);
    }

    public MeterNumbers withMeterNumberLow(String octets) {
        return new MeterNumbers(meterNumber1, meterNumber2, meterNumber3, octets, specialData1, specialData2, moduleId);
    }

    public MeterNumbers withSpecialData1(long number) {
        return new MeterNumbers(
                meterNumber1, meterNumber2, meterNumber3, meterNumberLow, number, specialData2, moduleId);
    }

    public MeterNumbers withSpecialData2(long number) {
        return new MeterNumbers(
                meterNumber1, meterNumber2, meterNumber3, meterNumberLow, specialData1, number, moduleId);
    }

    public MeterNumbers withModuleId(String octets) {
        return new MeterNumbers(
                meterNumber1, meterNumber2, meterNumber3, meterNumberLow, specialData1, specialData2, octets);
    }
}
