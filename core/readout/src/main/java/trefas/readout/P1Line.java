package trefas.readout;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Readings;
import trefas.quantity.Phase;

/// One value of the P1 telegram: its code, how it is written and where it comes from (dossier 22).
///
/// @param code as it stands in the telegram, for example `1-0:1.8.0`
/// @param field how the number is written
/// @param steps the number in steps of the last decimal, never negative
record P1Line(String code, Field field, ToLongFunction<Readings> steps) {

    private static final int MILLI = 1_000;
    private static final int MILLI_PER_TENTH = 100;

    /// Distance of the codes of L1, L2 and L3: 21.7.0, 41.7.0, 61.7.0.
    private static final int PHASE_STEP = 20;

    /// Digits and unit of a number. Numbers are cut, as on the display, and have leading zeros.
    enum Field {
        ACTIVE_ENERGY(8, 3, "kWh"),
        REACTIVE_ENERGY(8, 3, "kVArh"),
        ACTIVE_POWER(4, 3, "kW"),
        REACTIVE_POWER(4, 3, "kVAr"),
        VOLTAGE(3, 1, "V"),
        CURRENT(3, 1, "A");

        private final int wholeDigits;
        private final int decimals;
        private final String unit;
        private final long stepsMax;

        Field(int wholeDigits, int decimals, String unit) {
            this.wholeDigits = wholeDigits;
            this.decimals = decimals;
            this.unit = unit;
            this.stepsMax = Long.parseLong("9".repeat(wholeDigits + decimals));
        }

        /// Writes for example `0001.234*kW`. What does not fit, which no meter for 63 A can measure, is written as
        /// nines: the field must not grow.
        void write(long steps, StringBuilder into) {
            String digits = Long.toString(Math.min(steps, stepsMax));
            into.repeat('0', wholeDigits + decimals - digits.length()).append(digits);
            into.insert(into.length() - decimals, '.').append('*').append(unit);
        }
    }

    /// Every value in the order of the telegram.
    static final List<P1Line> ALL = Stream.of(
                    energies(),
                    Stream.of(
                            new P1Line("1-0:1.7.0", Field.ACTIVE_POWER, meter -> meter.importMilliwatts() / MILLI),
                            new P1Line("1-0:2.7.0", Field.ACTIVE_POWER, meter -> meter.exportMilliwatts() / MILLI),
                            new P1Line("1-0:3.7.0", Field.REACTIVE_POWER, meter -> meter.importMillivars() / MILLI),
                            new P1Line("1-0:4.7.0", Field.REACTIVE_POWER, meter -> meter.exportMillivars() / MILLI)),
                    phases(
                            21,
                            Field.ACTIVE_POWER,
                            phase -> meter -> part(meter.values().milliwatts(phase))),
                    phases(
                            22,
                            Field.ACTIVE_POWER,
                            phase -> meter -> part(-meter.values().milliwatts(phase))),
                    phases(
                            23,
                            Field.REACTIVE_POWER,
                            phase -> meter -> part(meter.values().millivars(phase))),
                    phases(
                            24,
                            Field.REACTIVE_POWER,
                            phase -> meter -> part(-meter.values().millivars(phase))),
                    phases(32, Field.VOLTAGE, phase -> meter -> meter.values().millivolts(phase) / MILLI_PER_TENTH),
                    phases(31, Field.CURRENT, phase -> meter -> meter.values().milliamperes(phase) / MILLI_PER_TENTH))
            .flatMap(Function.identity())
            .collect(collectingAndThen(toList(), List::copyOf));

    /// Writes for example `1-0:1.7.0(0001.234*kW)`.
    void write(Readings readings, StringBuilder into) {
        into.append(code).append('(');
        field.write(steps.applyAsLong(readings), into);
        into.append(')');
    }

    private static Stream<P1Line> energies() {
        return Stream.of(
                new P1Line("1-0:1.8.0", Field.ACTIVE_ENERGY, meter -> wattHours(meter, EnergyRegister.A_PLUS)),
                new P1Line("1-0:2.8.0", Field.ACTIVE_ENERGY, meter -> wattHours(meter, EnergyRegister.A_MINUS)),
                new P1Line("1-0:3.8.0", Field.REACTIVE_ENERGY, meter -> wattHours(meter, EnergyRegister.R_PLUS)),
                new P1Line("1-0:4.8.0", Field.REACTIVE_ENERGY, meter -> wattHours(meter, EnergyRegister.R_MINUS)));
    }

    private static Stream<P1Line> phases(int codeOfL1, Field field, IntFunction<ToLongFunction<Readings>> steps) {
        return IntStream.range(0, Phase.COUNT)
                .mapToObj(phase ->
                        new P1Line("1-0:" + (codeOfL1 + phase * PHASE_STEP) + ".7.0", field, steps.apply(phase)));
    }

    /// A register in Wh or varh with the digits the display shows, the rest zeros: the telegram is never finer than the
    /// reading a bill is made of.
    private static long wattHours(Readings readings, EnergyRegister register) {
        long wattHours = readings.reading(register);
        EnergyFormat format = readings.energyFormat();
        for (int digit = 0; digit < format.scaler(); digit++) {
            wattHours *= 10;
        }
        return wattHours;
    }

    /// The part of a power that flows one way, in whole W or var.
    private static long part(int milli) {
        return Math.max(0, milli) / MILLI;
    }
}
