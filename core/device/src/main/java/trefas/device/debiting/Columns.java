package trefas.device.debiting;

import java.util.List;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;

/// Reads the columns of a debiting row.
final class Columns {

    private Columns() {}

    static long[] readings(DebitingProfile profile, LoggedValues values) {
        List<LoggedRegister> registers = profile.registers();
        long[] readings = new long[registers.size()];
        for (int column = 0; column < readings.length; column++) {
            readings[column] = values.value(registers.get(column));
        }
        return readings;
    }
}
