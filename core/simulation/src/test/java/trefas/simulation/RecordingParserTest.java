package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.simulation.ParsedRecording.Recorded;
import trefas.simulation.ParsedRecording.Unreadable;

class RecordingParserTest {

    private static final String HEADER = "time;P_kW;Q_kvar;U_V;I_A";

    // The lines of a file, with / between them, and what is said about it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            uhrzeit;P_kW | h.csv, line 1: found the header "uhrzeit;P_kW", expected the columns "time" and "P_kW", and "Q_kvar", "U_V" and "I_A" where there are any, separated by ";" or ","
            time;U_V     | h.csv, line 1: found the header "time;U_V", expected the columns "time" and "P_kW", and "Q_kvar", "U_V" and "I_A" where there are any, separated by ";" or ","
            time P_kW    | h.csv, line 1: found the header "time P_kW", expected the columns "time" and "P_kW", and "Q_kvar", "U_V" and "I_A" where there are any, separated by ";" or ","
            time;P_kW;   | h.csv, line 1: found the header "time;P_kW;", expected the columns "time" and "P_kW", and "Q_kvar", "U_V" and "I_A" where there are any, separated by ";" or ","
            time;P_kW;P_kW | h.csv, line 1: found the column "P_kW" twice, expected each column once
            time;P1_kW;P2_kW | h.csv, line 1: found the header "time;P1_kW;P2_kW", expected columns of the whole house, or of each of the three phases, as in P1_kW;P2_kW;P3_kW
            time;P1_kW;P2_kW;P3_kW;U_V | h.csv, line 1: found the header "time;P1_kW;P2_kW;P3_kW;U_V", expected columns of the whole house, or of each of the three phases, as in P1_kW;P2_kW;P3_kW
            time;P1_kW;P2_kW;P3_kW/2006-12-17T00:00;1;x;1 | h.csv, line 2, column P2_kW: found "x", expected a number such as 1.044
            time;P_kW    | h.csv: found no row after the header, expected one row for each minute
            time;P_kW/2006-12-17T00:00,1.0 | h.csv, line 2: found 1 column in "2006-12-17T00:00,1.0", expected 2 columns separated by ";", as in the header
            time;P_kW/2006-12-17T00:00 | h.csv, line 2: found 1 column in "2006-12-17T00:00", expected 2 columns separated by ";", as in the header
            time;P_kW/2006-12-17T00:00;1;2 | h.csv, line 2: found 3 columns in "2006-12-17T00:00;1;2", expected 2 columns separated by ";", as in the header
            time,P_kW/2006-12-17T00:00,1,044 | h.csv, line 2: found 3 columns in "2006-12-17T00:00,1,044", expected 2 columns separated by ",", as in the header
            time;P_kW/2006-12-17T00:00;1,044 | h.csv, line 2, column P_kW: found "1,044", expected a number such as 1.044
            time;P_kW/2006-12-17T00:00; | h.csv, line 2, column P_kW: found "", expected a number such as 1.044
            time;P_kW/2006-12-17T00:00;NaN | h.csv, line 2, column P_kW: found "NaN", expected a number such as 1.044
            time;P_kW/2006-12-17T00:00;1e3 | h.csv, line 2, column P_kW: found "1e3", expected a number such as 1.044
            time;P_kW/2006-12-17T00:00;100.000001 | h.csv, line 2, column P_kW: found "100.000001", expected a number from -100 to 100
            time;P_kW/2006-12-17T00:00;-101 | h.csv, line 2, column P_kW: found "-101", expected a number from -100 to 100
            time;P_kW;Q_kvar/2006-12-17T00:00;1;100.1 | h.csv, line 2, column Q_kvar: found "100.1", expected a number from -100 to 100
            time;P_kW;U_V/2006-12-17T00:00;1;-230 | h.csv, line 2, column U_V: found "-230", expected a number from 0 to 500
            time;P_kW;U_V/2006-12-17T00:00;1;501 | h.csv, line 2, column U_V: found "501", expected a number from 0 to 500
            time;P_kW;U_V/2006-12-17T00:00;1;nan | h.csv, line 2, column U_V: found "nan", expected a number such as 1.044
            time;P_kW;I_A/2006-12-17T00:00;1;-4 | h.csv, line 2, column I_A: found "-4", expected a number from 0 to 500
            time;P_kW;U_V/2006-12-17T00:00;1;0 | h.csv, line 2, column U_V: found 0 V with power or current, expected 0 in every column without voltage
            time;P_kW;U_V/2006-12-17T00:00;1;0.5 | h.csv, line 2, column U_V: found a voltage too low for the power, expected P and U that make at most 500 A
            time;P_kW/17.12.2006 00:00;1 | h.csv, line 2, column time: found "17.12.2006 00:00", expected a local time without offset such as 2006-12-17T00:00:00
            time;P_kW/2006-12-17T00:00:00Z;1 | h.csv, line 2, column time: found "2006-12-17T00:00:00Z", expected a local time without offset such as 2006-12-17T00:00:00
            time;P_kW/2006-02-30T00:00;1 | h.csv, line 2, column time: found "2006-02-30T00:00", expected a local time without offset such as 2006-12-17T00:00:00
            time;P_kW/2006-12-17T00:00:30;1 | h.csv, line 2, column time: found "2006-12-17T00:00:30", expected a time on the full minute
            time;P_kW/2006-12-17T00:00:00.5;1 | h.csv, line 2, column time: found "2006-12-17T00:00:00.5", expected a time on the full minute
            time;P_kW/1969-12-31T23:59;1 | h.csv, line 2, column time: found the year 1969, expected a year from 1970 to 2099
            time;P_kW/2100-01-01T00:00;1 | h.csv, line 2, column time: found the year 2100, expected a year from 1970 to 2099
            time;P_kW/2006-12-17T00:01;1/2006-12-17T00:01:00;1 | h.csv, line 3, column time: found "2006-12-17T00:01:00" a second time, expected each minute once
            time;P_kW/2006-12-17T00:01;1/2006-12-17T00:00;1 | h.csv, line 3, column time: found "2006-12-17T00:00" after "2006-12-17T00:01", expected a later time than in the row before
            time;P_kW//2006-12-17T00:00;1 | h.csv, line 2: found an empty line, expected a row; empty lines may only stand at the end
            """)
    void aFileThatIsNoRecordingIsToldSoInOneSentence(String file, String sentence) {
        assertEquals(new Unreadable(sentence), parse(file.split("/", -1)));
    }

    @Test
    void anEmptyFileIsNoRecording() {
        assertEquals(
                new Unreadable("h.csv: found an empty file, expected a header and one row for each minute"), parse());
    }

    @Test
    void whatIsQuotedIsShortAndPrintable() {
        assertEquals(
                new Unreadable("h.csv, line 2, column P_kW: found \"?[31m" + "x".repeat(35)
                        + "...\", expected a number such as 1.044"),
                parse("time;P_kW", "2006-12-17T00:00;\u001b[31m" + "x".repeat(60)));
    }

    @Test
    void anEndlessLineIsNotRead() {
        assertEquals(
                new Unreadable("h.csv, line 1: found 1001 characters, expected at most 1000 characters in a line"),
                parse("x".repeat(RecordingParser.LINE_LENGTH_MAX + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    time;P_kW;Q_kvar;U_V;I_A | 2006-12-17T00:00:00;1.044;0.152;242.730;4.400 | 1044000  152000 242730  4400
                    time,P_kW,Q_kvar,U_V,I_A | 2006-12-17T00:00:00,1.044,0.152,242.730,4.400 | 1044000  152000 242730  4400
                    I_A;time;U_V;P_kW        | 4.4;2006-12-17T00:00;242.73;-1.044            | -1044000 0 242730  4400
                    time;P_kW                | 2006-12-17T00:00;2.3                          | 2300000  0 230000 10000
                    time;P_kW;Q_kvar         | 2006-12-17T00:00;-3;-4                        | -3000000 -4000000 230000 21739
                    time;P_kW;U_V            | 2006-12-17T00:00;2.3;115                      | 2300000  0 115000 20000
                    time;P_kW;U_V            | 2006-12-17T00:00;0;0                          | 0 0 0 0
                    time;P_kW                | 2006-12-17T00:00;0.0000015                    | 2 0 230000 0
                    """)
    void columnsMayBeLeftOutAndChangePlaces(String header, String line, String expected) {
        LoadRecording recording = readable(header, line);

        assertEquals(
                expected.replaceAll(" +", " "),
                recording.milliwatts(0, 0) + " " + recording.millivars(0, 0) + " " + recording.millivolts(0, 0) + " "
                        + recording.milliamperes(0, 0));
    }

    @Test
    void byteOrderMarkCarriageReturnsAndEmptyLinesAtTheEndArePassedOver() {
        LoadRecording recording = readable(
                "\uFEFF" + HEADER + "\r",
                "2006-12-17T00:00:00;1.044;0.152;242.730;4.400\r",
                "2006-12-17T00:01:00;1.520;0.220;242.200;7.400\r",
                "\r",
                "");

        assertEquals(2, recording.rows());
        assertEquals(1_520_000, recording.milliwatts(1, 0));
    }

    @ParameterizedTest(name = "UTC{0}: {1}")
    @CsvSource(textBlock = """
                     0, 1166313600
                     1, 1166310000
                    -5, 1166331600
                    14, 1166263200
                    """)
    void timesAreLocalNormalTime(int utcOffsetHours, long begin) {
        var parsed = RecordingParser.parse("h.csv", List.of("time;P_kW", "2006-12-17T00:00;1"), utcOffsetHours);

        assertEquals(begin, ((Recorded) parsed).recording().beginEpochSecond());
        assertEquals(begin + 60, ((Recorded) parsed).recording().endEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(ints = {-13, 15})
    void anOffsetThatNoPlaceHasIsOurBug(int utcOffsetHours) {
        assertThrows(
                IllegalArgumentException.class, () -> RecordingParser.parse("h.csv", List.of(HEADER), utcOffsetHours));
    }

    @Test
    void readingStopsAtTheFirstProblem() {
        var read = new ArrayList<String>();
        Iterator<String> lines =
                List.of("time;P_kW", "2006-12-17T00:00;x", "2006-12-17T00:01;y").iterator();
        Iterable<String> once = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public String next() {
                read.add(lines.next());
                return read.getLast();
            }
        };

        RecordingParser.parse("h.csv", once, 1);

        assertEquals(2, read.size());
    }

    private static ParsedRecording parse(String... lines) {
        return RecordingParser.parse("h.csv", List.of(lines), 1);
    }

    private static LoadRecording readable(String... lines) {
        return switch (parse(lines)) {
            case Recorded(LoadRecording recording) -> recording;
            case Unreadable(String problem) -> fail(problem);
        };
    }
}
