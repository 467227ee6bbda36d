package trefas.device;

import trefas.device.debiting.DebitingStop;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;

/// What the loggers of a meter read, and what a debiting stop ends.
final class MeterReadings implements LoggedValues, DebitingStop {

    private final Meter meter;
    private final LoggedReaders readers;

    MeterReadings(Meter meter) {
        this.meter = meter;
        this.readers = LoggedReaders.of(
                meter.configuration().energyFormat(), meter.configuration().measured());
    }

    @Override
    public long value(LoggedRegister register) {
        return readers.value(register, meter);
    }

    @Override
    public void periodEnded(long at) {
        meter.parts().registers().debitingStop();
    }
}
