package trefas.dlms.signon;

import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// One end of a conversation on a serial port as a pure machine: an [OctetMachine] that may change the port's
/// settings.
public interface SerialMachine {

    /// How the port is set when the conversation begins.
    LineFormat firstFormat();

    /// Takes what arrived, see [OctetMachine#receive].
    void receive(byte[] octets, int offset, int length, SerialSink sink);

    /// How long the line may be silent, see [OctetMachine#patienceMilliseconds].
    int patienceMilliseconds();

    /// The line has been silent for so long, see [OctetMachine#silent].
    void silent(int milliseconds, SerialSink sink);

    /// A machine that keeps the port as it is.
    static SerialMachine of(OctetMachine machine, LineFormat format) {
        return new SerialMachine() {
            @Override
            public LineFormat firstFormat() {
                return format;
            }

            @Override
            public void receive(byte[] octets, int offset, int length, SerialSink sink) {
                machine.receive(octets, offset, length, sink);
            }

            @Override
            public int patienceMilliseconds() {
                return machine.patienceMilliseconds();
            }

            @Override
            public void silent(int milliseconds, SerialSink sink) {
                machine.silent(milliseconds, (OctetSink) sink);
            }
        };
    }
}
