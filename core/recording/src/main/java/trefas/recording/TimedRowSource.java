package trefas.recording;

/// Rows that come with a time of their own but without a rate.
interface TimedRowSource extends RowSource {

    /// Time of the row, seconds since some instant near the first row.
    double seconds();

    /// The smallest step the times can show, seconds.
    double resolutionSeconds();

    /// Where the row stands, for a sentence, such as `line 12`.
    String place();
}
