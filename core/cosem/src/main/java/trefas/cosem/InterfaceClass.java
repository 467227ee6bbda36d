package trefas.cosem;

import java.util.List;
import java.util.Optional;

/// An interface class in one version as the Blue Book lists it: what it is called, its attributes and methods with
/// their types (IEC 62056-6-2). Classes are data, written as tables in one file for each chapter; objects are
/// instances of these, and behaviour lives with the object, not here.
public final class InterfaceClass {

    /// An attribute of a class.
    ///
    /// @param name the Blue Book's, such as `scaler_unit`
    /// @param type what its values are
    public record Attribute(String name, AttributeType type) {}

    /// A method of a class.
    ///
    /// @param name the Blue Book's, such as `shift_time`
    /// @param parameter what it is called with
    /// @param returned what it answers, null-data for nothing
    public record Method(String name, AttributeType parameter, AttributeType returned) {}

    public static final InterfaceClass DATA = ClassTable.read(StorageClasses.DATA);
    public static final InterfaceClass REGISTER = ClassTable.read(StorageClasses.REGISTER);
    public static final InterfaceClass EXTENDED_REGISTER = ClassTable.read(StorageClasses.EXTENDED_REGISTER);
    public static final InterfaceClass DEMAND_REGISTER = ClassTable.read(StorageClasses.DEMAND_REGISTER);
    public static final InterfaceClass REGISTER_ACTIVATION = ClassTable.read(StorageClasses.REGISTER_ACTIVATION);
    public static final InterfaceClass PROFILE_GENERIC = ClassTable.read(StorageClasses.PROFILE_GENERIC);
    public static final InterfaceClass REGISTER_TABLE = ClassTable.read(StorageClasses.REGISTER_TABLE);
    public static final InterfaceClass COMPACT_DATA = ClassTable.read(StorageClasses.COMPACT_DATA_0);
    public static final InterfaceClass COMPACT_DATA_1 = ClassTable.read(StorageClasses.COMPACT_DATA_1);
    public static final InterfaceClass STATUS_MAPPING = ClassTable.read(StorageClasses.STATUS_MAPPING);

    public static final InterfaceClass CLOCK = ClassTable.read(TimeClasses.CLOCK);
    public static final InterfaceClass SCRIPT_TABLE = ClassTable.read(TimeClasses.SCRIPT_TABLE);
    public static final InterfaceClass SCHEDULE = ClassTable.read(TimeClasses.SCHEDULE);
    public static final InterfaceClass SPECIAL_DAYS_TABLE = ClassTable.read(TimeClasses.SPECIAL_DAYS_TABLE);
    public static final InterfaceClass ACTIVITY_CALENDAR = ClassTable.read(TimeClasses.ACTIVITY_CALENDAR);
    public static final InterfaceClass REGISTER_MONITOR = ClassTable.read(TimeClasses.REGISTER_MONITOR);
    public static final InterfaceClass SINGLE_ACTION_SCHEDULE = ClassTable.read(TimeClasses.SINGLE_ACTION_SCHEDULE);
    public static final InterfaceClass PARAMETER_MONITOR = ClassTable.read(TimeClasses.PARAMETER_MONITOR_0);
    public static final InterfaceClass PARAMETER_MONITOR_1 = ClassTable.read(TimeClasses.PARAMETER_MONITOR_1);
    public static final InterfaceClass SENSOR_MANAGER = ClassTable.read(TimeClasses.SENSOR_MANAGER);
    public static final InterfaceClass ARBITRATOR = ClassTable.read(TimeClasses.ARBITRATOR);
    public static final InterfaceClass DISCONNECT_CONTROL = ClassTable.read(TimeClasses.DISCONNECT_CONTROL);
    public static final InterfaceClass LIMITER = ClassTable.read(TimeClasses.LIMITER);

    /// Version 0, attributes 1 to 8 (dossier 20).
    public static final InterfaceClass ASSOCIATION_LN = ClassTable.read(AccessClasses.ASSOCIATION_LN_0);
    /// With the name of its Security setup.
    public static final InterfaceClass ASSOCIATION_LN_1 = ClassTable.read(AccessClasses.ASSOCIATION_LN_1);
    /// With users.
    public static final InterfaceClass ASSOCIATION_LN_2 = ClassTable.read(AccessClasses.ASSOCIATION_LN_2);
    /// With access rights as bit masks.
    public static final InterfaceClass ASSOCIATION_LN_3 = ClassTable.read(AccessClasses.ASSOCIATION_LN_3);

    public static final InterfaceClass SAP_ASSIGNMENT = ClassTable.read(AccessClasses.SAP_ASSIGNMENT);
    public static final InterfaceClass IMAGE_TRANSFER = ClassTable.read(AccessClasses.IMAGE_TRANSFER);
    public static final InterfaceClass SECURITY_SETUP = ClassTable.read(AccessClasses.SECURITY_SETUP_0);
    public static final InterfaceClass SECURITY_SETUP_1 = ClassTable.read(AccessClasses.SECURITY_SETUP_1);
    public static final InterfaceClass PUSH_SETUP = ClassTable.read(AccessClasses.PUSH_SETUP_0);
    public static final InterfaceClass PUSH_SETUP_1 = ClassTable.read(AccessClasses.PUSH_SETUP_1);
    public static final InterfaceClass PUSH_SETUP_2 = ClassTable.read(AccessClasses.PUSH_SETUP_2);

    public static final InterfaceClass IEC_LOCAL_PORT_SETUP = ClassTable.read(PortClasses.IEC_LOCAL_PORT_SETUP);
    public static final InterfaceClass IEC_HDLC_SETUP = ClassTable.read(PortClasses.IEC_HDLC_SETUP);
    public static final InterfaceClass M_BUS_SLAVE_PORT_SETUP = ClassTable.read(PortClasses.M_BUS_SLAVE_PORT_SETUP);
    public static final InterfaceClass TCP_UDP_SETUP = ClassTable.read(PortClasses.TCP_UDP_SETUP);
    public static final InterfaceClass IPV4_SETUP = ClassTable.read(PortClasses.IPV4_SETUP);
    public static final InterfaceClass MAC_ADDRESS_SETUP = ClassTable.read(PortClasses.MAC_ADDRESS_SETUP);
    public static final InterfaceClass M_BUS_CLIENT = ClassTable.read(PortClasses.M_BUS_CLIENT);
    public static final InterfaceClass M_BUS_MASTER_PORT_SETUP = ClassTable.read(PortClasses.M_BUS_MASTER_PORT_SETUP);
    public static final InterfaceClass NTP_SETUP = ClassTable.read(PortClasses.NTP_SETUP);
    public static final InterfaceClass COMMUNICATION_PORT_PROTECTION =
            ClassTable.read(PortClasses.COMMUNICATION_PORT_PROTECTION);

    public static final InterfaceClass ACCOUNT = ClassTable.read(PaymentClasses.ACCOUNT);
    public static final InterfaceClass CREDIT = ClassTable.read(PaymentClasses.CREDIT);
    public static final InterfaceClass CHARGE = ClassTable.read(PaymentClasses.CHARGE);
    public static final InterfaceClass TOKEN_GATEWAY = ClassTable.read(PaymentClasses.TOKEN_GATEWAY);

    /// All classes above by class id, the oldest version of each first.
    public static final List<InterfaceClass> ALL = List.of(
            DATA,
            REGISTER,
            EXTENDED_REGISTER,
            DEMAND_REGISTER,
            REGISTER_ACTIVATION,
            PROFILE_GENERIC,
            CLOCK,
            SCRIPT_TABLE,
            SCHEDULE,
            SPECIAL_DAYS_TABLE,
            ASSOCIATION_LN,
            ASSOCIATION_LN_1,
            ASSOCIATION_LN_2,
            ASSOCIATION_LN_3,
            SAP_ASSIGNMENT,
            IMAGE_TRANSFER,
            IEC_LOCAL_PORT_SETUP,
            ACTIVITY_CALENDAR,
            REGISTER_MONITOR,
            SINGLE_ACTION_SCHEDULE,
            IEC_HDLC_SETUP,
            M_BUS_SLAVE_PORT_SETUP,
            PUSH_SETUP,
            PUSH_SETUP_1,
            PUSH_SETUP_2,
            TCP_UDP_SETUP,
            IPV4_SETUP,
            MAC_ADDRESS_SETUP,
            REGISTER_TABLE,
            COMPACT_DATA,
            COMPACT_DATA_1,
            STATUS_MAPPING,
            SECURITY_SETUP,
            SECURITY_SETUP_1,
            PARAMETER_MONITOR,
            PARAMETER_MONITOR_1,
            SENSOR_MANAGER,
            ARBITRATOR,
            DISCONNECT_CONTROL,
            LIMITER,
            M_BUS_CLIENT,
            M_BUS_MASTER_PORT_SETUP,
            NTP_SETUP,
            ACCOUNT,
            CREDIT,
            CHARGE,
            TOKEN_GATEWAY,
            COMMUNICATION_PORT_PROTECTION);

    private final int classId;
    private final int version;
    private final String name;
    private final List<Attribute> attributes;
    private final List<Method> methods;
    private final List<String> attributeNames;
    private final List<String> methodNames;

    InterfaceClass(int classId, int version, String name, List<Attribute> attributes, List<Method> methods) {
        this.classId = classId;
        this.version = version;
        this.name = name;
        this.attributes = List.copyOf(attributes);
        this.methods = List.copyOf(methods);
        this.attributeNames = attributes.stream().map(Attribute::name).toList();
        this.methodNames = methods.stream().map(Method::name).toList();
    }

    /// A class in its oldest version known here, or empty for a class that is not.
    public static Optional<InterfaceClass> ofId(int classId) {
        return ALL.stream().filter(known -> known.classId == classId).findFirst();
    }

    /// A class in every version known here, oldest first; none for a class that is not.
    public static List<InterfaceClass> versionsOf(int classId) {
        return ALL.stream().filter(known -> known.classId == classId).toList();
    }

    /// A class in one version, or empty.
    public static Optional<InterfaceClass> ofId(int classId, int version) {
        return ALL.stream()
                .filter(known -> known.classId == classId && known.version == version)
                .findFirst();
    }

    public int classId() {
        return classId;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    /// Names of the attributes, from `logical_name` on.
    public List<String> attributes() {
        return attributeNames;
    }

    /// Names of the methods.
    public List<String> methods() {
        return methodNames;
    }

    /// Attributes count from 1 on the wire; `logical_name` is always 1.
    public boolean hasAttribute(int attributeId) {
        return attributeId >= 1 && attributeId <= attributes.size();
    }

    /// Methods count from 1 on the wire.
    public boolean hasMethod(int methodId) {
        return methodId >= 1 && methodId <= methods.size();
    }

    /// An attribute this class has, by its number on the wire.
    public Attribute attribute(int attributeId) {
        return attributes.get(attributeId - 1);
    }

    /// A method this class has, by its number on the wire.
    public Method method(int methodId) {
        return methods.get(methodId - 1);
    }

    /// The Blue Book's name of an attribute this class has.
    public String attributeName(int attributeId) {
        return attributeNames.get(attributeId - 1);
    }

    @Override
    public String toString() {
        return name + " " + classId + " v" + version;
    }
}
