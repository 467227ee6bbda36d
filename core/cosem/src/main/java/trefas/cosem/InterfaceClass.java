package trefas.cosem;

import java.util.List;
import java.util.Optional;

/// An interface class as the Blue Book lists it: what it is called and what it holds (IEC 62056-6-2). The objects of
/// this meter are instances of these; behaviour lives with the object, not here.
public record InterfaceClass(int classId, int version, String name, List<String> attributes, List<String> methods) {

    public static final InterfaceClass DATA =
            new InterfaceClass(1, 0, "Data", List.of("logical_name", "value"), List.of());

    public static final InterfaceClass REGISTER =
            new InterfaceClass(3, 0, "Register", List.of("logical_name", "value", "scaler_unit"), List.of("reset"));

    public static final InterfaceClass EXTENDED_REGISTER = new InterfaceClass(
            4,
            0,
            "Extended register",
            List.of("logical_name", "value", "scaler_unit", "status", "capture_time"),
            List.of("reset"));

    public static final InterfaceClass PROFILE_GENERIC = new InterfaceClass(
            7,
            1,
            "Profile generic",
            List.of(
                    "logical_name",
                    "buffer",
                    "capture_objects",
                    "capture_period",
                    "sort_method",
                    "sort_object",
                    "entries_in_use",
                    "profile_entries"),
            List.of("reset", "capture"));

    public static final InterfaceClass CLOCK = new InterfaceClass(
            8,
            0,
            "Clock",
            List.of(
                    "logical_name",
                    "time",
                    "time_zone",
                    "status",
                    "daylight_savings_begin",
                    "daylight_savings_end",
                    "daylight_savings_deviation",
                    "daylight_savings_enabled",
                    "clock_base"),
            List.of(
                    "adjust_to_quarter",
                    "adjust_to_measuring_period",
                    "adjust_to_minute",
                    "adjust_to_preset_time",
                    "preset_adjusting_time",
                    "shift_time"));

    /// Version 0, attributes 1 to 8 (dossier 20). Later versions append attributes; they become constants of their own.
    public static final InterfaceClass ASSOCIATION_LN = new InterfaceClass(
            15,
            0,
            "Association LN",
            List.of(
                    "logical_name",
                    "object_list",
                    "associated_partners_id",
                    "application_context_name",
                    "xDLMS_context_info",
                    "authentication_mechanism_name",
                    "secret",
                    "association_status"),
            List.of("reply_to_HLS_authentication", "change_HLS_secret", "add_object", "remove_object"));

    public static final InterfaceClass SAP_ASSIGNMENT = new InterfaceClass(
            17, 0, "SAP assignment", List.of("logical_name", "SAP_assignment_list"), List.of("connect_logical_device"));

    public static final InterfaceClass IEC_HDLC_SETUP = new InterfaceClass(
            23,
            1,
            "IEC HDLC setup",
            List.of(
                    "logical_name",
                    "comm_speed",
                    "window_size_transmit",
                    "window_size_receive",
                    "max_info_field_length_transmit",
                    "max_info_field_length_receive",
                    "inter_octet_time_out",
                    "inactivity_time_out",
                    "device_address"),
            List.of());

    /// All classes above, by class id.
    public static final List<InterfaceClass> ALL = List.of(
            DATA, REGISTER, EXTENDED_REGISTER, PROFILE_GENERIC, CLOCK, ASSOCIATION_LN, SAP_ASSIGNMENT, IEC_HDLC_SETUP);

    public InterfaceClass {
        attributes = List.copyOf(attributes);
        methods = List.copyOf(methods);
    }

    /// Empty for classes this meter does not have.
    public static Optional<InterfaceClass> ofId(int classId) {
        return ALL.stream().filter(known -> known.classId == classId).findFirst();
    }

    /// Attributes count from 1 on the wire; `logical_name` is always 1.
    public boolean hasAttribute(int attributeId) {
        return attributeId >= 1 && attributeId <= attributes.size();
    }

    /// Methods count from 1 on the wire.
    public boolean hasMethod(int methodId) {
        return methodId >= 1 && methodId <= methods.size();
    }

    /// The Blue Book's name of an attribute this class has.
    public String attributeName(int attributeId) {
        return attributes.get(attributeId - 1);
    }
}
