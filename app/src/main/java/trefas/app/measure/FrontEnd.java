package trefas.app.measure;

import trefas.metrology.Calibration;
import trefas.metrology.CalibrationConstants;
import trefas.metrology.SampleBlock;
import trefas.simulation.frontend.AnalogueFrontEnd;
import trefas.simulation.frontend.FrontEndErrors;

/// What lies between the recorded truth and the samples that are measured: the analogue part of a real meter, and the
/// constants that correct it. With it a record is measured as that meter would have measured it.
///
/// @param errors of the analogue part and its converter
/// @param constants of its calibration
/// @param celsius temperature of the meter
/// @param inWords for people, such as `front-end.yaml, 24 bit, calibrated`
public record FrontEnd(FrontEndErrors errors, CalibrationConstants constants, double celsius, String inWords) {

    /// A passage for one record, with a history of its own.
    Passage passage() {
        return new Passage(new AnalogueFrontEnd(errors, celsius), new Calibration(constants));
    }

    /// Where the blocks of one record go through.
    record Passage(AnalogueFrontEnd analogue, Calibration calibration) {

        /// Turns the true samples of a block into those measured, in place.
        void apply(SampleBlock block) {
            analogue.apply(block);
            calibration.apply(block);
        }
    }
}
