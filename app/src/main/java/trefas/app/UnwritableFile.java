package trefas.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The one sentence for a file that was asked for and can't be written.
final class UnwritableFile {

    private UnwritableFile() {}

    static CommandFailure because(Path file, IOException cause) {
        String why = switch (cause) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "that is not permitted";
            case FileSystemException problem when problem.getReason() != null -> problem.getReason();
            default -> cause.getMessage();
        };
        return new CommandFailure(ExitCode.FAILED, file + " can't be written: " + why + ".");
    }
}
