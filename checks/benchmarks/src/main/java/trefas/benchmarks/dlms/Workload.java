package trefas.benchmarks.dlms;

import java.util.Arrays;
import java.util.List;

/// What a server process is to serve; travels on its command line.
///
/// @param meters in the process, each on a TCP port of its own
/// @param rows in the load profile of each meter
/// @param apduOctetsMax longest APDU the server takes and sends
/// @param requestOctets an echo takes this many octets for a request
/// @param answerOctets an echo answers a request with this many octets
record Workload(int meters, int rows, int apduOctetsMax, int requestOctets, int answerOctets) {

    /// The size of an APDU that the peers were measured with.
    static final int APDU_OCTETS = 1_024;

    static Workload ofMeter(int rows) {
        return new Workload(1, rows, APDU_OCTETS, 1, 1);
    }

    static Workload ofMeters(int meters, int rows) {
        return new Workload(meters, rows, APDU_OCTETS, 1, 1);
    }

    static Workload ofEcho(int requestOctets, int answerOctets) {
        return new Workload(1, 0, APDU_OCTETS, requestOctets, answerOctets);
    }

    Workload withApdu(int octetsMax) {
        return new Workload(meters, rows, octetsMax, requestOctets, answerOctets);
    }

    List<String> toArguments() {
        return List.of(
                String.valueOf(meters),
                String.valueOf(rows),
                String.valueOf(apduOctetsMax),
                String.valueOf(requestOctets),
                String.valueOf(answerOctets));
    }

    static Workload ofArguments(List<String> arguments) {
        int[] numbers = arguments.stream().mapToInt(Integer::parseInt).toArray();
        if (numbers.length != 5) {
            throw new IllegalArgumentException("five numbers expected: " + Arrays.toString(numbers));
        }
        return new Workload(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
