package trefas.app.read;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDateTime;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.dlms.acse.AssociationSettings;
import trefas.quantity.Obis;
import trefas.transport.ReadResult;
import trefas.transport.TcpMeterLine;
import trefas.transport.TcpTimeouts;

/// Reads values from a meter, ours or another's: finds out what an object is and what its number means.
public final class MeterReader implements Closeable {

    private static final Obis CURRENT_ASSOCIATION = Obis.of("0-0:40.0.0*255");
    private static final int OBJECT_LIST = 2;
    private static final int VALUE = 2;
    private static final int SCALER_UNIT = 3;
    private static final int DEMAND_SCALER_UNIT = 4;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int DEMAND_REGISTER_CLASS = 5;
    private static final int OBIS_OCTETS = 6;
    private static final int LOGGER_STATUS_ATTRIBUTE = -1;
    private static final int DATA_QUALITY_ATTRIBUTE = -2;

    /// An object of the meter's object list.
    public record Listed(int classId, Obis obis) {}

    private final TcpMeterLine line;
    private Optional<List<Listed>> objects = Optional.empty();

    private MeterReader(TcpMeterLine line) {
        this.line = line;
    }

    /// Connects and associates.
    ///
    /// @throws IOException with one sentence when there is no connection or no association
    public static MeterReader open(InetSocketAddress address, AssociationSettings settings, TcpTimeouts timeouts)
            throws IOException {
        return new MeterReader(TcpMeterLine.open(address, settings, timeouts));
    }

    /// The objects this client may see; asked for once.
    public List<Listed> objects() throws IOException {
        if (objects.isEmpty()) {
            objects = Optional.of(readObjects());
        }
        return objects.get();
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
                    .findFirst();
        }
        return objects().stream()
                .filter(object -> object.obis().shortCode().equals(wanted.get().shortCode()))
                .min(Comparator.comparingInt((Listed object) -> object.obis().a() == 1 ? 0 : 1)
                        .thenComparingInt(object -> -object.obis().f())
                        .thenComparingInt(object -> object.obis().b()));
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
        Optional<ScalerUnit> scalerUnit = Optional.empty();
        List<String> columns = List.of();
        int classId = object.classId();
        if (classId == InterfaceClass.REGISTER.classId() || classId == InterfaceClass.EXTENDED_REGISTER.classId()) {
            scalerUnit = ScalerUnit.of(get(object, SCALER_UNIT, Optional.empty()));
        } else if (classId == DEMAND_REGISTER_CLASS) {
            scalerUnit = ScalerUnit.of(get(object, DEMAND_SCALER_UNIT, Optional.empty()));
        } else if (classId == InterfaceClass.PROFILE_GENERIC.classId()) {
            columns = columns(object);
        }
        return new Reading(object.obis(), value, scalerUnit, columns);
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

    private List<String> columns(Listed profile) throws IOException {
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

    private List<CaptureObject> captureObjects(Listed profile) throws IOException {
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

    private List<Listed> readObjects() throws IOException {
        var association = new Listed(InterfaceClass.ASSOCIATION_LN.classId(), CURRENT_ASSOCIATION);
        var listed = new ArrayList<Listed>();
        if (get(association, OBJECT_LIST, Optional.empty()) instanceof Array(List<CosemData> elements)) {
            for (CosemData element : elements) {
                if (element instanceof Structure(var fields)
                        && fields.size() >= 3
                        && fields.get(0) instanceof LongUnsigned(int classId)
                        && fields.get(2) instanceof OctetString(var name)
                        && name.length() == OBIS_OCTETS) {
                    listed.add(new Listed(
                            classId,
                            new Obis(
                                    name.octet(0),
                                    name.octet(1),
                                    name.octet(2),
                                    name.octet(3),
                                    name.octet(4),
                                    name.octet(5))));
                }
            }
        }
        return List.copyOf(listed);
    }

    private CosemData get(Listed object, int attribute, Optional<AccessSelection> selection) throws IOException {
        return switch (line.get(new AttributeDescriptor(object.classId(), object.obis(), attribute), selection)) {
            case ReadResult.Value(CosemData data) -> data;
            case ReadResult.NotGiven(String reason) ->
                throw new NotGivenException("The meter does not give " + object.obis() + ": " + reason + ".");
        };
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    /// The meter answered, but not with a value.
    public static final class NotGivenException extends IOException {
        private static final long serialVersionUID = 1L;

        NotGivenException(String sentence) {
            super(sentence);
        }
    }
}
