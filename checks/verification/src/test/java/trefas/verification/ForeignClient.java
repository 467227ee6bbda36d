package trefas.verification;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/// A client nobody here wrote, associated with our meter. Whoever wrote it, it reads, writes and calls by the same
/// names, and what it has decoded comes in the same form: numbers as they are, octets in hexadecimal, what is in an
/// array or a structure in brackets. What the meter refuses is a [ForeignRefusalException].
///
/// Logical names are six numbers with dots between them.
interface ForeignClient extends AutoCloseable {

    /// In place of a value in a list.
    String NOT_GIVEN = "not given";

    /// Every attribute the object list promises.
    ForeignReading readEverything() throws Exception;

    String read(int classId, String name, int attribute) throws Exception;

    /// The values (attribute 2) of several objects of a class in one request; [#NOT_GIVEN] stands for what there is
    /// not.
    List<String> readValues(int classId, List<String> names) throws Exception;

    /// The value of a register in its unit, scaled.
    double register(String name) throws Exception;

    /// The whole buffer of a profile: rows of cells.
    List<List<String>> rows(String profile) throws Exception;

    /// The rows from one time on the wall to another, both included.
    List<List<String>> rowsBetween(String profile, LocalDateTime from, LocalDateTime to) throws Exception;

    /// The rows from one number to another, both included, counted from 1.
    List<List<String>> rowsByNumber(String profile, int first, int last) throws Exception;

    /// What a clock's wall shows.
    LocalDateTime time(String clock) throws Exception;

    void setTime(String clock, LocalDateTime time) throws Exception;

    /// Writes a double-long-unsigned.
    void write(int classId, String name, int attribute, long value) throws Exception;

    /// Calls a method with the parameter integer 0.
    void invoke(int classId, String name, int method) throws Exception;

    /// Releases the association and hangs up.
    @Override
    void close() throws IOException;
}
