package trefas.device.configuration;

/// One thing that is wrong with a type number or with configuration numbers.
///
/// @param place the digit or number it is about, such as `X5` or `Z13`; empty when it is about the whole
/// @param sentence what stands there and what is possible, in one sentence without its end
public record ConfigurationProblem(String place, String sentence) {

    @Override
    public String toString() {
        return sentence;
    }
}
