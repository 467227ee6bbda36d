package trefas.app;

/// What the program's end tells a script. The numbers are part of the command line's contract.
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    /// A port is taken, or nothing answers at one.
    public static final int PORT_OR_CONNECTION = 4;
    /// The meter answers, but refuses.
    public static final int REFUSED = 5;

    private ExitCode() {}
}
