package trefas.web;

import java.util.List;

/// The right button as it is.
///
/// @param isUnsealed whether its slot is upright, so that it works
/// @param functions what it may do, by the names in a configuration
public record RightButtonState(boolean isUnsealed, List<String> functions) {

    public RightButtonState {
        functions = List.copyOf(functions);
    }
}
