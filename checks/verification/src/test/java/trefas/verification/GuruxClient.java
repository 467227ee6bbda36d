package trefas.verification;

import gurux.dlms.GXDLMSClient;
import gurux.dlms.GXDLMSException;
import gurux.dlms.GXDateTime;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.objects.GXDLMSClock;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.objects.GXDLMSRegister;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/// Gurux's client as any foreign client; times, rows and registers are what Gurux's own objects make of them.
///
/// @param line its association
record GuruxClient(GuruxLine line) implements ForeignClient {

    private static final int VALUE = 2;
    private static final int COLUMNS = 3;
    private static final int SCALER_UNIT = 3;

    @Override
    public ForeignReading readEverything() throws Exception {
        return GuruxReading.of(line);
    }

    @Override
    public String read(int classId, String name, int attribute) throws Exception {
        return answered(() -> GuruxReading.text(line.readRaw(object(classId, name), attribute)));
    }

    @Override
    public List<String> readValues(int classId, List<String> names) throws Exception {
        List<GXDLMSObject> objects =
                names.stream().map(name -> object(classId, name)).toList();
        return answered(() -> line.readList(objects, VALUE)).stream()
                .map(GuruxReading::text)
                .toList();
    }

    @Override
    public double register(String name) throws Exception {
        var register = new GXDLMSRegister(name);
        answered(() -> line.read(register, SCALER_UNIT));
        answered(() -> line.read(register, VALUE));
        return ((Number) register.getValue()).doubleValue();
    }

    @Override
    public List<List<String>> rows(String profile) throws Exception {
        return cells(answered(() -> line.readAll(withColumns(profile))));
    }

    @Override
    public List<List<String>> rowsBetween(String profile, LocalDateTime from, LocalDateTime to) throws Exception {
        return cells(answered(() -> line.readRange(withColumns(profile), meterTime(from), meterTime(to))));
    }

    @Override
    public List<List<String>> rowsByNumber(String profile, int first, int last) throws Exception {
        return cells(answered(() -> line.readEntries(withColumns(profile), first, last - first + 1)));
    }

    private GXDLMSProfileGeneric withColumns(String name) throws Exception {
        var profile = new GXDLMSProfileGeneric(name);
        line.read(profile, COLUMNS);
        return profile;
    }

    private static List<List<String>> cells(List<Object[]> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row).map(GuruxReading::text).toList())
                .toList();
    }

    @Override
    public LocalDateTime time(String clock) throws Exception {
        Object time = answered(() -> line.read(new GXDLMSClock(clock), VALUE));
        Calendar shown = ((GXDateTime) time).getMeterCalendar();
        return LocalDateTime.ofInstant(shown.toInstant(), shown.getTimeZone().toZoneId());
    }

    @Override
    public void setTime(String clock, LocalDateTime time) throws Exception {
        var set = new GXDLMSClock(clock);
        set.setTime(meterTime(time));
        answered(() -> {
            line.write(set, VALUE);
            return set;
        });
    }

    /// A winter's time as the meter's wall shows it, whatever the time zone of this machine.
    private static GXDateTime meterTime(LocalDateTime time) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+1"), Locale.ROOT);
        calendar.clear();
        calendar.set(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
        return new GXDateTime(calendar);
    }

    @Override
    public void write(int classId, String name, int attribute, long value) throws Exception {
        GXDLMSObject object = object(classId, name);
        answered(() -> {
            line.write(object, attribute, value);
            return object;
        });
    }

    @Override
    public void invoke(int classId, String name, int method) throws Exception {
        GXDLMSObject object = object(classId, name);
        answered(() -> {
            line.invoke(object, method);
            return object;
        });
    }

    private static GXDLMSObject object(int classId, String name) {
        GXDLMSObject object = GXDLMSClient.createObject(ObjectType.forValue(classId));
        object.setLogicalName(name);
        return object;
    }

    /// What is asked of Gurux.
    @FunctionalInterface
    private interface Asked<T> {
        T of() throws Exception;
    }

    /// Gurux tells a refusal by an exception of its own.
    private static <T> T answered(Asked<T> asked) throws Exception {
        try {
            return asked.of();
        } catch (GXDLMSException refused) {
            throw new ForeignRefusalException(refused.getErrorCode());
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
