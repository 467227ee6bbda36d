package trefas.dlms;

/// What stands behind a line and answers whole APDUs, whatever carries them: the associations of one meter, or a
/// concentrator with several meters behind it. Client and server SAP together say which association is meant.
public interface ApduServer {

    /// False while there is no supply: then nothing is answered, and what was agreed is forgotten.
    boolean isPowered();

    /// True when these two may have something to say to each other.
    boolean serves(int clientSap, int serverSap);

    /// Answers one APDU. An empty `answer` afterwards means that nothing is sent.
    void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer);

    /// The next APDU for this client that goes out without being asked for, after the last one was sent: further
    /// blocks of a general block transfer. The line calls it until `answer` is empty.
    default void more(int clientSap, int serverSap, ApduBuffer answer) {
        answer.reset();
    }

    /// Takes one APDU that came to all logical devices. Nobody answers.
    void broadcast(int clientSap, byte[] octets, int offset, int length);

    /// Ends the association of these two without a word, as when its link is lost.
    void abort(int clientSap, int serverSap);

    /// Ends all associations without a word, as when the line is lost.
    void abortAll();

    /// Octets of the longest APDU that is taken.
    int apduOctetsMax();
}
