package trefas.device.display;

import trefas.device.tariff.TariffSettings;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.quantity.Phase;

/// The marks that stand there whatever item is shown: phases, directions, quadrant, phase order, tariff and tamper hand
/// (dossier 3.9 and 6.1). Breaker, radio, prepayment and module marks stay off until the meter has what they speak of.
final class Indicators {

    private Indicators() {}

    static long marks(Displayed readings) {
        OneSecondValues values = readings.values();
        long marks = DisplayMark.AXES.bit();
        if (readings.parts().status().isTamperShown()) {
            marks |= DisplayMark.TAMPER.bit();
        }
        long milliamperes = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            marks |= ofPhase(phase, values);
            milliamperes += values.milliamperes(phase);
        }
        if (PhaseThresholds.indicatesQuadrant(milliamperes)) {
            marks |= direction(
                    readings.importMilliwatts() - readings.exportMilliwatts(), DisplayMark.P_PLUS, DisplayMark.P_MINUS);
            marks |= direction(
                    readings.importMillivars() - readings.exportMillivars(), DisplayMark.Q_PLUS, DisplayMark.Q_MINUS);
        }
        return marks
                | switch (values.sequence()) {
                    case L1L2L3 -> DisplayMark.SEQUENCE_L1L2L3.bit();
                    case L1L3L2 -> DisplayMark.SEQUENCE_L1L3L2.bit();
                    case UNDECIDED -> 0;
                };
    }

    /// T1 to T8.
    static long ofTariff(int tariff) {
        return DisplayMark.T1.bit() << (tariff - TariffSettings.TARIFF_MIN);
    }

    /// A turned phase order blinks (our choice; the papers only give it a symbol of its own).
    static long blinking(long marks) {
        return marks & DisplayMark.SEQUENCE_L1L3L2.bit();
    }

    private static long ofPhase(int phase, OneSecondValues values) {
        long marks = 0;
        if (PhaseThresholds.indicatesVoltage(values.millivolts(phase))) {
            marks |= DisplayMark.L1.bit() << phase;
        }
        int milliwatts = values.milliwatts(phase);
        if (PhaseThresholds.registers(milliwatts)) {
            marks |= (milliwatts > 0 ? DisplayMark.IMPORT_L1 : DisplayMark.EXPORT_L1).bit() << phase;
        }
        return marks;
    }

    private static long direction(long net, DisplayMark positive, DisplayMark negative) {
        if (net == 0) {
            return 0;
        }
        return net > 0 ? positive.bit() : negative.bit();
    }
}
