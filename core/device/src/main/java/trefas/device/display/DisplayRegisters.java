package trefas.device.display;

import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import trefas.device.demand.DailyExtremes;
import trefas.device.demand.Peaks;
import trefas.device.log.LoadProfileEvent;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Quantity;

/// Values of the display that come from the registers of a meter (dossier 4, 6.3).
final class DisplayRegisters {

    private static final int MILLI = 1_000;

    private DisplayRegisters() {}

    static DisplaySource energy(EnergyRegister register) {
        return DisplaySource.of(register, meter -> meter.energyFormat().text(meter.reading(register)));
    }

    /// C.8.1 to C.8.8.
    static DisplaySource tariff(Quantity quantity, int tariff) {
        return DisplaySource.of(
                quantity,
                meter -> meter.energyFormat()
                        .text(meter.parts().registers().tariffs().reading(quantity, tariff)));
    }

    /// C.128.0.
    static DisplaySource trip(Quantity quantity) {
        return DisplaySource.of(
                quantity,
                meter -> meter.energyFormat()
                        .text(meter.parts().registers().trips().reading(quantity)));
    }

    /// C.6.0 to C.6.2.
    ///
    /// @param tariff 0 for the peak of the total
    static DisplaySource peak(Quantity quantity, int tariff) {
        return DisplaySource.of(
                quantity, meter -> DisplayValues.kilo(peaks(meter).milliwatts(quantity, tariff)));
    }

    static DisplaySource peakTime(Quantity quantity, int tariff) {
        return DisplaySource.of(
                quantity, DisplayTime.stamp(meter -> peaks(meter).stamp(quantity, tariff)));
    }

    /// C.2.0 to C.2.2.
    static DisplaySource accumulated(Quantity quantity, int tariff) {
        return DisplaySource.of(
                quantity, meter -> DisplayValues.kilo(peaks(meter).accumulatedMilliwatts(quantity, tariff)));
    }

    /// 1.16.0 and 1.13.0.
    static DisplayValue day(ToIntFunction<DailyExtremes> milliwatts) {
        return meter -> DisplayValues.kilo(milliwatts.applyAsInt(daily(meter)));
    }

    static DisplaySource dayTime(ToLongFunction<DailyExtremes> stamp) {
        return DisplaySource.of(Quantity.A_PLUS, DisplayTime.stamp(meter -> stamp.applyAsLong(daily(meter))));
    }

    /// The power threshold, in kW like any power (decision 0045).
    static String threshold(Displayed meter) {
        return DisplayValues.kilo(
                (long) meter.parts().registers().demand().settings().thresholdWatts() * MILLI);
    }

    static int thresholdCount(Displayed meter) {
        return meter.parts().registers().demand().thresholdCount();
    }

    static long hours(Displayed meter) {
        return meter.parts().registers().hours().hours();
    }

    /// The code of what befell the load profile last of being enabled and disabled (1-1:96.5.3).
    static long loadProfileStatus(Displayed meter) {
        return (meter.parts().loadProfile().isEnabled() ? LoadProfileEvent.ENABLED : LoadProfileEvent.DISABLED).code();
    }

    private static Peaks peaks(Displayed meter) {
        return meter.parts().registers().demand().peaks();
    }

    private static DailyExtremes daily(Displayed meter) {
        return meter.parts().registers().demand().daily();
    }
}
