package trefas.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import trefas.app.read.ObjectPath;

/// An object, an attribute or a method on the command line.
final class PathConverter implements ITypeConverter<ObjectPath> {

    PathConverter() {}

    @Override
    public ObjectPath convert(String text) {
        return ObjectPath.parse(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text
                        + "\" is not an OBIS code, expected one such as 1.8.0 or 1-1:1.8.0*255, or 3/1.8.0:2"));
    }
}
