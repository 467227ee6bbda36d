package trefas.app.host;

/// Why a meter did not start: one sentence for the person at the console, and the exit code that goes with it.
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String sentence;

    StartException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public int exitCode() {
        return exitCode;
    }
}
