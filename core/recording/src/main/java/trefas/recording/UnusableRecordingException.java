package trefas.recording;

/// Somebody's recording that can't be read. The message is one sentence for its owner: where (line, record, channel),
/// what was found, what was expected. The file's name is added by whoever opened it.
public final class UnusableRecordingException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableRecordingException(String sentence) {
        super(sentence);
    }
}
