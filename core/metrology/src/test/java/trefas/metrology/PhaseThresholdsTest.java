package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseThresholdsTest {

    @ParameterizedTest(name = "{0} mW: {1}")
    @CsvSource(textBlock = """
                              0, false
                           2299, false
                           2300, true
                           2301, true
                          -2299, false
                          -2300, true
                          -2301, true
                     2147483647, true
                    -2147483648, true
                    """)
    void activeAndReactiveEnergyCountFromTwoPointThreeOn(int milliunits, boolean registers) {
        assertEquals(registers, PhaseThresholds.registers(milliunits));
        assertEquals(registers, PhaseThresholds.registersReactive(milliunits));
    }

    @ParameterizedTest(name = "{0} mV: {1}")
    @CsvSource(textBlock = """
                         0, false
                    159999, false
                    160000, false
                    160001, true
                    230000, true
                    """)
    void theVoltageIndicatorIsOnAboveOneHundredAndSixtyVolts(int millivolts, boolean isOn) {
        assertEquals(isOn, PhaseThresholds.indicatesVoltage(millivolts));
    }

    @ParameterizedTest(name = "{0} mA: {1}")
    @CsvSource(textBlock = """
                      0, false
                      9, false
                     10, true
                     11, true
                    """)
    void theQuadrantArrowsNeedTenMilliamperes(long milliamperes, boolean areOn) {
        assertEquals(areOn, PhaseThresholds.indicatesQuadrant(milliamperes));
    }
}
