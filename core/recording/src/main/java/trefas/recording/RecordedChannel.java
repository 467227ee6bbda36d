package trefas.recording;

/// A channel as the recording presents it.
///
/// @param number place among the analogue channels or value columns, from 1
/// @param name as written, may be empty
/// @param phase what the recording itself says about the phase, such as `A`, may be empty
/// @param unit as written, such as `kV`, empty when none is given
public record RecordedChannel(int number, String name, String phase, String unit) {

    /// A channel that only has a number.
    static RecordedChannel numbered(int number) {
        return new RecordedChannel(number, "", "", "");
    }

    /// For sentences, such as `5 "F5-VA"`.
    String label() {
        return name.isEmpty() ? Integer.toString(number) : number + " " + Quoted.quoted(name);
    }
}
