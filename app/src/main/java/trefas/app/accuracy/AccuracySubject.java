package trefas.app.accuracy;

import trefas.simulation.frontend.Converter;

/// What was put on the bench, in words.
///
/// @param frontEnd a file's name, or "ideal front end"
/// @param converter of the front end
/// @param isCalibrated whether constants correct it
public record AccuracySubject(String frontEnd, Converter converter, boolean isCalibrated) {

    /// As a word: "24 bit", or "float" for a converter without steps.
    public String bits() {
        return converter.isIdeal() ? "float" : converter.bits() + " bit";
    }

    /// All of it in one line.
    public String title() {
        return frontEnd + ", " + bits() + (isCalibrated ? ", calibrated" : "");
    }
}
