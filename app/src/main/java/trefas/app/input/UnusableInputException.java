package trefas.app.input;

/// An input that can't be measured. The message is one sentence with the input's name and place, for its owner.
public final class UnusableInputException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param sentence where, what was found, what was expected
    public UnusableInputException(String sentence) {
        super(sentence);
    }
}
