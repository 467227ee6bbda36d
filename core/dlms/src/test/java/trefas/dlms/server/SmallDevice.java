package trefas.dlms.server;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.quantity.Obis;

/// A logical device of a few objects that can be read, written and called, and that remembers what was done to it.
final class SmallDevice implements LogicalDevice {

    static final Obis CLOCK = Obis.of("0.0.1.0.0.255");
    /// An octet-string of any length, to be read.
    static final Obis TEXT = Obis.of("0.0.96.1.0.255");
    /// An octet-string of up to 64 octets, to be read and written.
    static final Obis NOTE = Obis.of("0.0.96.1.4.255");
    /// To be read only.
    static final Obis FIXED = Obis.of("0.0.96.1.5.255");
    /// An enumeration of 0 to 3.
    static final Obis MODE = Obis.of("0.0.96.1.6.255");
    /// A double-long-unsigned.
    static final Obis NUMBER = Obis.of("0.0.96.1.7.255");
    /// To be written only.
    static final Obis LOCKED = Obis.of("0.0.96.1.9.255");
    /// Ten rows of a clock and a register, as a clock shows the days from 1 January 2024 on.
    static final Obis PROFILE = Obis.of("1.0.99.1.0.255");
    /// Method 1 counts, method 2 may not be called.
    static final Obis RELAY = Obis.of("0.0.96.3.10.255");
    /// Method 1 gives its parameters back.
    static final Obis ECHO = Obis.of("0.0.10.0.100.255");

    static final int ROWS = 10;
    private static final int NOTE_OCTETS_MAX = 64;

    /// A public client without security that reads whole attributes, and three with a password that may do all.
    static final ServerProfile PROFILE_OF_ASSOCIATIONS = profile(ServerLimits.DEFAULT);

    /// Users that public client 15 may name.
    static final Set<Integer> USERS = Set.of(1, 2);

    /// The one client that has users.
    static final int CLIENT_WITH_USERS = 15;

    static ServerProfile profile(ServerLimits limits) {
        return new ServerProfile(
                List.of(
                        AssociationSettings.open(
                                16,
                                1,
                                Conformance.of(ConformanceBit.GET, ConformanceBit.BLOCK_TRANSFER_WITH_GET),
                                1_024),
                        withPassword(18),
                        withPassword(19),
                        withPassword(20),
                        AssociationSettings.open(102, 1, ServerProfile.EVERYTHING, 1_024)
                                .preEstablished()),
                limits);
    }

    private static AssociationSettings withPassword(int clientSap) {
        return AssociationSettings.withPassword(clientSap, 16, "12345", ServerProfile.EVERYTHING, 1_024);
    }

    boolean isPowered = true;
    int textOctets = 4;
    int reads;
    int calls;
    int writes;
    long number = 7;
    int mode;
    byte[] clock = HexFormat.of().parseHex("07E8010F010A1E0000FFC400");
    byte[] note = {};
    List<Requester> requesters = new ArrayList<>();

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        reads++;
        requesters.add(requester);
        int classId = classId(attribute.logicalName());
        if (classId == 0) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        if (attribute.classId() != classId) {
            return DataAccessResult.OBJECT_CLASS_INCONSISTENT;
        }
        return switch (attribute.attributeId()) {
            case 0 -> {
                // What may not be read is null-data.
                value.structure(2).octetString(attribute.logicalName());
                if (value(attribute.logicalName(), selection, value) != DataAccessResult.SUCCESS) {
                    value.nullData();
                }
                yield DataAccessResult.SUCCESS;
            }
            case 1 -> {
                value.octetString(attribute.logicalName());
                yield DataAccessResult.SUCCESS;
            }
            case 2 -> value(attribute.logicalName(), selection, value);
            default -> DataAccessResult.OBJECT_UNDEFINED;
        };
    }

    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        requesters.add(requester);
        int classId = classId(attribute.logicalName());
        if (classId == 0) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        if (attribute.classId() != classId) {
            return DataAccessResult.OBJECT_CLASS_INCONSISTENT;
        }
        if (attribute.attributeId() == 0) {
            return value instanceof CosemData.Structure(var fields)
                            && fields.size() == 2
                            && fields.getFirst() instanceof CosemData.NullData
                    ? write(attribute.logicalName(), fields.getLast())
                    : DataAccessResult.TYPE_UNMATCHED;
        }
        return attribute.attributeId() == 2
                ? write(attribute.logicalName(), value)
                : DataAccessResult.READ_WRITE_DENIED;
    }

    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        requesters.add(requester);
        if (method.logicalName().equals(RELAY) && method.classId() == 70) {
            return switch (method.methodId()) {
                case 1 -> {
                    boolean fits = parameters.isEmpty()
                            || (parameters.get() instanceof CosemData.Int8(int zero) && zero == 0)
                            || parameters.get() instanceof CosemData.NullData;
                    calls += fits ? 1 : 0;
                    yield fits ? ActionResult.SUCCESS : ActionResult.TYPE_UNMATCHED;
                }
                case 2 -> ActionResult.READ_WRITE_DENIED;
                default -> ActionResult.OBJECT_UNDEFINED;
            };
        }
        if (method.logicalName().equals(ECHO) && method.classId() == 9 && method.methodId() == 1) {
            calls++;
            parameters.ifPresent(data -> Axdr.encode(data, returned));
            return ActionResult.SUCCESS;
        }
        return ActionResult.OBJECT_UNDEFINED;
    }

    @Override
    public boolean knowsUser(int clientSap, int serverSap, int userId) {
        return clientSap != CLIENT_WITH_USERS || USERS.contains(userId);
    }

    @Override
    public boolean isPowered() {
        return isPowered;
    }

    private static int classId(Obis name) {
        if (name.equals(CLOCK)) {
            return 8;
        }
        if (name.equals(PROFILE)) {
            return 7;
        }
        return List.of(TEXT, NOTE, FIXED, MODE, NUMBER, LOCKED).contains(name) ? 1 : 0;
    }

    private DataAccessResult value(Obis name, Optional<AccessSelection> selection, AxdrWriter value) {
        if (name.equals(PROFILE)) {
            return rows(selection, value);
        }
        if (selection.isPresent()) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        if (name.equals(LOCKED)) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (name.equals(CLOCK)) {
            value.octetString(clock);
        } else if (name.equals(TEXT)) {
            value.octet(0x09).lengthField(textOctets);
            for (int i = 0; i < textOctets; i++) {
                value.octet(i);
            }
        } else if (name.equals(NUMBER)) {
            value.doubleLongUnsigned(number);
        } else if (name.equals(MODE)) {
            value.enumerated(mode);
        } else {
            value.octetString(name.equals(NOTE) ? note : new byte[] {0x42});
        }
        return DataAccessResult.SUCCESS;
    }

    private DataAccessResult write(Obis name, CosemData value) {
        if (name.equals(NOTE) || name.equals(LOCKED) || name.equals(CLOCK)) {
            if (!(value instanceof CosemData.OctetString(var octets))) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            boolean isThirtiethOfFebruary = name.equals(CLOCK) && octets.octet(2) == 2 && octets.octet(3) > 29;
            if (octets.length() > NOTE_OCTETS_MAX || isThirtiethOfFebruary) {
                return DataAccessResult.OTHER_REASON;
            }
            if (name.equals(CLOCK)) {
                clock = octets.toArray();
            } else {
                note = octets.toArray();
            }
        } else if (name.equals(NUMBER)) {
            if (!(value instanceof CosemData.DoubleLongUnsigned(long wanted))) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            number = wanted;
        } else if (name.equals(MODE)) {
            if (!(value instanceof CosemData.Enumerated(int wanted))) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            if (wanted > 3) {
                return DataAccessResult.OTHER_REASON;
            }
            mode = wanted;
        } else {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        writes++;
        return DataAccessResult.SUCCESS;
    }

    /// Rows by range of the clock or by number; the columns are a clock and a register.
    private static DataAccessResult rows(Optional<AccessSelection> selection, AxdrWriter value) {
        int from = 1;
        int to = ROWS;
        boolean withClock = true;
        boolean withRegister = true;
        if (selection.isPresent()) {
            switch (selection.get()) {
                case AccessSelection.RangeDescriptor(var object, var first, var last, var columns) -> {
                    if (!object.logicalName().equals(CLOCK)) {
                        return DataAccessResult.OTHER_REASON;
                    }
                    from = Math.max(1, day(first));
                    to = Math.min(ROWS, day(last));
                    withClock = columns.isEmpty() || columns.stream().anyMatch(SmallDevice::isClock);
                    withRegister = columns.isEmpty() || columns.stream().anyMatch(column -> !isClock(column));
                    if (columns.stream().anyMatch(column -> column.classId() == 4)) {
                        return DataAccessResult.OTHER_REASON;
                    }
                }
                case AccessSelection.EntryDescriptor entries -> {
                    from = Math.clamp(entries.fromEntry(), 1, ROWS + 1);
                    to = entries.toEntry() == 0 ? ROWS : (int) Math.min(ROWS, entries.toEntry());
                }
                case AccessSelection.Other _ -> {
                    return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
                }
            }
        }
        value.array(Math.max(0, to - from + 1));
        for (int row = from; row <= to; row++) {
            value.structure((withClock ? 1 : 0) + (withRegister ? 1 : 0));
            if (withClock) {
                value.octetString(HexFormat.of().parseHex(String.format("07E801%02XFF000000008000FF", row)));
            }
            if (withRegister) {
                value.doubleLongUnsigned(row);
            }
        }
        return DataAccessResult.SUCCESS;
    }

    private static boolean isClock(CaptureObject column) {
        return column.logicalName().equals(CLOCK);
    }

    /// The day of the month inside a date-time.
    private static int day(CosemData dateTime) {
        return dateTime instanceof CosemData.OctetString(var octets) && octets.length() == 12 ? octets.octet(3) : 99;
    }
}
