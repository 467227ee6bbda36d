/// What holds for the whole: the architecture, and the packaged program as a user, a foreign client and an unlucky
/// night meet it.
@NullMarked
package trefas.verification;

import org.jspecify.annotations.NullMarked;
