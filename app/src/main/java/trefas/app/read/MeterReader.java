package trefas.app.read;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemDateTime;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.quantity.Obis;
import trefas.transport.MeterConnection;
import trefas.transport.ReadResult;
import trefas.transport.TcpTimeouts;
import trefas.transport.TcpWrapperLine;

/// Reads values from a meter, ours or another's: finds out what an object is and what its number means.
public final class MeterReader implements Closeable {

    private static final Obis CURRENT_ASSOCIATION = Obis.of("0-0:40.0.0*255");
    private static final int OBJECT_LIST = 2;
    private static final int VALUE = 2;
    private static final int SCALER_UNIT = 3;
    private static final int DEMAND_SCALER_UNIT = 4;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int DEMAND_REGISTER_CLASS = 5;
    private static final int LAST_AVERAGE = 3;
    private static final int LOGGER_STATUS_ATTRIBUTE = -1;
    private static final int DATA_QUALITY_ATTRIBUTE = -2;

    /// An object of the meter's object list.
    public record Listed(int classId, Obis obis) {}

    private final MeterConnection connection;
    private Optional<List<ViewedObject>> objects = Optional.empty();

    public MeterReader(MeterConnection connection) {
        this.connection = connection;
    }

    /// Connects over TCP and associates.
    ///
    /// @throws IOException with one sentence when there is no connection or no association
    public static MeterReader open(InetSocketAddress address, AssociationSettings settings, TcpTimeouts timeouts)
            throws IOException {
        var line = TcpWrapperLine.open(address, timeouts.connect());
        return new MeterReader(
                MeterConnection.open(line, ClientSettings.of(settings), Optional.empty(), timeouts.response()));
    }

    /// The association under all this, for whatever a reader does not do.
    public MeterConnection connection() {
        return connection;
    }

    /// The objects this client may see, with its rights; asked for once.
    public List<ViewedObject> objects() throws IOException {
        if (objects.isEmpty()) {
            objects = Optional.of(readObjects());
        }
        return objects.get();
    }

    /// Version of the class Association LN, which says what the access modes mean.
    public int associationVersion() throws IOException {
        return objects().stream()
                .filter(object -> object.classId() == InterfaceClass.ASSOCIATION_LN.classId())
                .mapToInt(ViewedObject::version)
                .findFirst()
                .orElse(0);
    }

    /// The object and the attribute or method somebody means. What names its class needs no list.
    ///
    /// @param otherwise the attribute or method when none is named
    public Optional<AttributeDescriptor> find(ObjectPath path, int otherwise) throws IOException {
        int member = path.member().orElse(otherwise);
        if (path.classId().isPresent()) {
            return Optional.of(new AttributeDescriptor(path.classId().getAsInt(), path.obis(), member));
        }
        return find(path.code()).map(object -> new AttributeDescriptor(object.classId(), object.obis(), member));
    }

    /// Finds the object somebody means: the whole code, or C.D.E of it, which prefers electricity and no billing
    /// period.
    public Optional<Listed> find(String text) throws IOException {
        Optional<Obis> wanted = Obis.parse(text);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (!Obis.isShort(text)) {
            return objects().stream()
                    .filter(object -> object.obis().equals(wanted.get()))
                    .findFirst()
                    .map(object -> new Listed(object.classId(), object.obis()));
        }
        return objects().stream()
                .filter(object -> object.obis().shortCode().equals(wanted.get().shortCode()))
                .min(Comparator.comparingInt(
                                (ViewedObject object) -> object.obis().a() == 1 ? 0 : 1)
                        .thenComparingInt(object -> -object.obis().f())
                        .thenComparingInt(object -> object.obis().b()))
                .map(object -> new Listed(object.classId(), object.obis()));
    }

    /// Reads one object of a known class.
    ///
    /// @throws IOException with one sentence when the meter does not give it
    public Reading read(Obis obis, InterfaceClass interfaceClass) throws IOException {
        return read(new Listed(interfaceClass.classId(), obis), Optional.empty());
    }

    /// Reads one object: its value, or the rows of a profile.
    ///
    /// @param selection which rows; only for profiles
    public Reading read(Listed object, Optional<AccessSelection> selection) throws IOException {
        CosemData value = get(object, VALUE, selection);
        if (object.classId() == InterfaceClass.PROFILE_GENERIC.classId()) {
            return new Reading(object.obis(), value, Optional.empty(), columns(object));
        }
        OptionalInt scaler = scalerAttribute(object.classId(), VALUE);
        Optional<ScalerUnit> scalerUnit =
                scaler.isEmpty() ? Optional.empty() : ScalerUnit.of(get(object, scaler.getAsInt(), Optional.empty()));
        return new Reading(object.obis(), value, scalerUnit, List.of());
    }

    /// Reads several attributes with as few requests as the meter takes, and what their numbers mean.
    ///
    /// @throws NotGivenException when the meter does not give one of them
    public List<Reading> read(List<AttributeDescriptor> attributes) throws IOException {
        var reads = new ArrayList<AttributeRead>();
        for (AttributeDescriptor attribute : attributes) {
            reads.add(new AttributeRead(attribute, Optional.empty()));
            scaler(attribute).ifPresent(scaler -> reads.add(new AttributeRead(scaler, Optional.empty())));
        }
        var results = connection.get(reads).iterator();
        var readings = new ArrayList<Reading>(attributes.size());
        for (AttributeDescriptor attribute : attributes) {
            CosemData value = data(attribute, results.next());
            Optional<ScalerUnit> scalerUnit = scaler(attribute).isEmpty()
                    ? Optional.empty()
                    : results.next() instanceof ReadResult.Value(CosemData scale)
                            ? ScalerUnit.of(scale)
                            : Optional.empty();
            readings.add(new Reading(attribute.logicalName(), value, scalerUnit, List.of(), attribute.attributeId()));
        }
        return readings;
    }

    /// Which attribute says what the number of another means; empty when nothing does.
    static Optional<AttributeDescriptor> scaler(AttributeDescriptor attribute) {
        OptionalInt scaler = scalerAttribute(attribute.classId(), attribute.attributeId());
        return scaler.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttributeDescriptor(attribute.classId(), attribute.logicalName(), scaler.getAsInt()));
    }

    private static OptionalInt scalerAttribute(int classId, int attribute) {
        boolean isRegister =
                classId == InterfaceClass.REGISTER.classId() || classId == InterfaceClass.EXTENDED_REGISTER.classId();
        if (isRegister && attribute == VALUE) {
            return OptionalInt.of(SCALER_UNIT);
        }
        boolean isDemand = classId == DEMAND_REGISTER_CLASS && (attribute == VALUE || attribute == LAST_AVERAGE);
        return isDemand ? OptionalInt.of(DEMAND_SCALER_UNIT) : OptionalInt.empty();
    }

    /// Rows of a profile from one time to another, both inclusive.
    public Reading readRange(Listed profile, CosemDateTime from, CosemDateTime to) throws IOException {
        CaptureObject clock = captureObjects(profile).stream()
                .filter(column -> column.classId() == InterfaceClass.CLOCK.classId())
                .findFirst()
                .orElseThrow(() -> new IOException(profile.obis() + " has no column with a time."));
        var range = new AccessSelection.RangeDescriptor(
                clock,
                new OctetString(CosemData.Octets.of(from.octets())),
                new OctetString(CosemData.Octets.of(to.octets())),
                List.of());
        return read(profile, Optional.of(range));
    }

    /// Names of the columns of a profile.
    List<String> columns(Listed profile) throws IOException {
        var names = new ArrayList<String>();
        for (CaptureObject column : captureObjects(profile)) {
            if (column.classId() == InterfaceClass.CLOCK.classId()) {
                names.add("time");
            } else if (column.logicalName().equals(profile.obis())
                    && column.attributeIndex() == LOGGER_STATUS_ATTRIBUTE) {
                names.add("status");
            } else if (column.logicalName().equals(profile.obis())
                    && column.attributeIndex() == DATA_QUALITY_ATTRIBUTE) {
                names.add("quality");
            } else {
                names.add(column.logicalName().shortCode());
            }
        }
        return names;
    }

    /// What a profile captures, in the order of its columns.
    public List<CaptureObject> captureObjects(Listed profile) throws IOException {
        var columns = new ArrayList<CaptureObject>();
        if (get(profile, CAPTURE_OBJECTS, Optional.empty()) instanceof Array(List<CosemData> elements)) {
            for (CosemData element : elements) {
                columns.add(CaptureObject.of(element)
                        .orElseThrow(() -> new IOException(
                                "The meter describes a column of " + profile.obis() + " in a way nobody knows.")));
            }
        }
        return columns;
    }

    private List<ViewedObject> readObjects() throws IOException {
        var association = new Listed(InterfaceClass.ASSOCIATION_LN.classId(), CURRENT_ASSOCIATION);
        var listed = new ArrayList<ViewedObject>();
        if (get(association, OBJECT_LIST, Optional.empty()) instanceof Array(List<CosemData> elements)) {
            for (CosemData element : elements) {
                ViewedObject.of(element).ifPresent(listed::add);
            }
        }
        return List.copyOf(listed);
    }

    /// Reads one attribute or a part of it.
    ///
    /// @throws NotGivenException when the meter does not give it
    CosemData get(Listed object, int attribute, Optional<AccessSelection> selection) throws IOException {
        var descriptor = new AttributeDescriptor(object.classId(), object.obis(), attribute);
        return data(descriptor, connection.get(descriptor, selection));
    }

    private static CosemData data(AttributeDescriptor attribute, ReadResult result) throws NotGivenException {
        return switch (result) {
            case ReadResult.Value(CosemData data) -> data;
            case ReadResult.NotGiven(String reason) ->
                throw new NotGivenException(
                        "The meter does not give " + attribute.logicalName() + member(attribute) + ": " + reason + ".");
        };
    }

    private static String member(AttributeDescriptor attribute) {
        return attribute.attributeId() == VALUE ? "" : " attribute " + attribute.attributeId();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /// The meter answered, but not with a value.
    public static final class NotGivenException extends IOException {
        private static final long serialVersionUID = 1L;

        public NotGivenException(String sentence) {
            super(sentence);
        }
    }
}
