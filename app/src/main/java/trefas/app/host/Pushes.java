package trefas.app.host;

/// Takes what a meter sends unasked. Never waits.
interface Pushes {

    /// Takes one push to be sent.
    ///
    /// @return false when it takes no more now; the push has failed then
    boolean send(Push push);
}
