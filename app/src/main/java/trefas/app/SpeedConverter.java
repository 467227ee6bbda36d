package trefas.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import trefas.app.settings.Speed;

/// A speed on the command line.
final class SpeedConverter implements ITypeConverter<Speed> {

    SpeedConverter() {}

    @Override
    public Speed convert(String text) {
        return Speed.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"" + text + "\" is not a speed, expected max or a number from 0 to 1000000"));
    }
}
