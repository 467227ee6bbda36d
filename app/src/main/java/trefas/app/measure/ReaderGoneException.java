package trefas.app.measure;

/// Nobody reads the series any more, such as after `| head`: there is no point in measuring on.
public final class ReaderGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderGoneException() {
        super("nobody reads the series any more");
    }
}
