package trefas.security;

import java.security.SecureRandom;
import java.util.function.Function;

/// The way to the security state of a meter, for everything that may run beside something else. The shell
/// implements it: it lets one deed in at a time, and one deed may call for another within it.
public interface SecurityAccess {

    /// Runs a deed between two seconds. Whatever it changed is in the permanent memory before this returns: the
    /// shell compares [SecurityState#changes] before and after and saves [SecurityState#toOctets] when it grew. A
    /// deed must keep no reference to the state.
    <T> T with(Function<SecurityState, T> deed);

    /// Where keys, challenges and signatures take their chance from: the core has none of its own.
    SecureRandom randomness();

    /// The state of somebody who is alone with it and saves nothing, such as a client that reads the counter
    /// first.
    static SecurityAccess unshared(SecurityState state, SecureRandom randomness) {
        return new SecurityAccess() {
            @Override
            public <T> T with(Function<SecurityState, T> deed) {
                return deed.apply(state);
            }

            @Override
            public SecureRandom randomness() {
                return randomness;
            }
        };
    }
}
