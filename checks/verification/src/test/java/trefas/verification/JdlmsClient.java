package trefas.verification;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.openmuc.jdlms.AttributeAddress;
import org.openmuc.jdlms.datatypes.CosemDateFormat.Field;
import org.openmuc.jdlms.datatypes.CosemDateTime;
import org.openmuc.jdlms.datatypes.DataObject;

/// jDLMS's client as any foreign client. It knows attributes and data, not what a class means, so selections and
/// scalers are put together here from its data.
///
/// @param line its association
record JdlmsClient(JdlmsLine line) implements ForeignClient {

    private static final int REGISTER = 3;
    private static final int PROFILE = 7;
    private static final int CLOCK = 8;
    private static final int VALUE = 2;
    private static final int COLUMNS = 3;
    private static final int SCALER_UNIT = 3;
    private static final int BY_RANGE = 1;
    private static final int BY_ENTRY = 2;
    private static final int EAST_OF_UTC = -60;

    @Override
    public ForeignReading readEverything() throws IOException {
        return JdlmsReading.of(line);
    }

    @Override
    public String read(int classId, String name, int attribute) throws IOException {
        return JdlmsReading.text(line.read(classId, name, attribute));
    }

    @Override
    public List<String> readValues(int classId, List<String> names) throws IOException {
        List<AttributeAddress> asked = names.stream()
                .map(name -> new AttributeAddress(classId, JdlmsLine.obis(name), VALUE))
                .toList();
        return line.get(asked).stream()
                .map(result -> result.requestSuccessful() ? JdlmsReading.text(result.getResultData()) : NOT_GIVEN)
                .toList();
    }

    @Override
    public double register(String name) throws IOException {
        DataObject scaler =
                JdlmsReading.items(line.read(REGISTER, name, SCALER_UNIT)).getFirst();
        long value = line.read(REGISTER, name, VALUE).<Number>getValue().longValue();
        return BigDecimal.valueOf(value)
                .scaleByPowerOfTen(JdlmsReading.number(scaler))
                .doubleValue();
    }

    @Override
    public List<List<String>> rows(String profile) throws IOException {
        return cells(line.read(PROFILE, profile, VALUE));
    }

    /// From one time to another, all columns (dossier D9).
    @Override
    public List<List<String>> rowsBetween(String profile, LocalDateTime from, LocalDateTime to) throws IOException {
        DataObject clock =
                JdlmsReading.items(line.read(PROFILE, profile, COLUMNS)).getFirst();
        DataObject range =
                DataObject.newStructureData(clock, octets(from), octets(to), DataObject.newArrayData(List.of()));
        return cells(line.read(PROFILE, profile, VALUE, BY_RANGE, range));
    }

    @Override
    public List<List<String>> rowsByNumber(String profile, int first, int last) throws IOException {
        DataObject entries = DataObject.newStructureData(
                DataObject.newUInteger32Data(first),
                DataObject.newUInteger32Data(last),
                DataObject.newUInteger16Data(1),
                DataObject.newUInteger16Data(0));
        return cells(line.read(PROFILE, profile, VALUE, BY_ENTRY, entries));
    }

    private static List<List<String>> cells(DataObject rows) {
        return JdlmsReading.items(rows).stream()
                .map(row ->
                        JdlmsReading.items(row).stream().map(JdlmsReading::text).toList())
                .toList();
    }

    @Override
    public LocalDateTime time(String clock) throws IOException {
        CosemDateTime shown =
                CosemDateTime.decode(line.read(CLOCK, clock, VALUE).<byte[]>getValue());
        return LocalDateTime.of(
                shown.get(Field.YEAR),
                shown.get(Field.MONTH),
                shown.get(Field.DAY_OF_MONTH),
                shown.get(Field.HOUR),
                shown.get(Field.MINUTE),
                shown.get(Field.SECOND));
    }

    @Override
    public void setTime(String clock, LocalDateTime time) throws IOException {
        line.write(CLOCK, clock, VALUE, octets(time));
    }

    /// A winter's time as the meter's wall shows it. The weekday is left to jDLMS, which leaves it open.
    private static DataObject octets(LocalDateTime time) {
        return DataObject.newOctetStringData(new CosemDateTime(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        EAST_OF_UTC)
                .encode());
    }

    @Override
    public void write(int classId, String name, int attribute, long value) throws IOException {
        line.write(classId, name, attribute, DataObject.newUInteger32Data(value));
    }

    @Override
    public void invoke(int classId, String name, int method) throws IOException {
        line.invoke(classId, name, method, DataObject.newInteger8Data((byte) 0));
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
