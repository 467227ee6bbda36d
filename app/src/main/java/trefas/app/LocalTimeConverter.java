package trefas.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A local time on the command line.
final class LocalTimeConverter implements ITypeConverter<LocalDateTime> {

    LocalTimeConverter() {}

    @Override
    public LocalDateTime convert(String text) {
        try {
            return text.contains("T") ? LocalDateTime.parse(text) : LocalDateTime.parse(text + "T00:00");
        } catch (DateTimeParseException notATime) {
            throw new TypeConversionException("\"" + text + "\" is not a time such as 2026-11-22T14:00 or 2026-11-22");
        }
    }
}
