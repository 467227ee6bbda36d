package trefas.app;

import java.io.PrintWriter;

/// Where a command writes: lines that reach a reader at once, also through a pipe.
record Console(PrintWriter out) {

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
