package trefas.objects.standard;

import java.util.Arrays;
import java.util.Optional;

/// An enumeration whose constants have numbers on the wire.
interface Coded {

    int code();

    static <E extends Coded> Optional<E> of(E[] constants, int code) {
        return Arrays.stream(constants)
                .filter(constant -> constant.code() == code)
                .findFirst();
    }
}
