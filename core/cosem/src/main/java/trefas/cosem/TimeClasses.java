package trefas.cosem;

/// Interface classes for time- and event-bound control (IEC 62056-6-2, dossier F3 and F6). Where the conformance
/// test puts zeros into unused attributes, zero is allowed (dossier F11).
final class TimeClasses {

    static final String CLOCK = """
            8 0 Clock
            2 time dt
            3 time_zone i16(-720..840)
            4 status u8
            5 daylight_savings_begin dt
            6 daylight_savings_end dt
            7 daylight_savings_deviation i8(-120..120)
            8 daylight_savings_enabled bo
            9 clock_base en(0=not_defined,1=internal_crystal,2=mains_50_Hz,3=mains_60_Hz,4=GPS,5=radio_controlled)
            m1 adjust_to_quarter
            m2 adjust_to_measuring_period
            m3 adjust_to_minute
            m4 adjust_to_preset_time
            m5 preset_adjusting_time S{preset_time:dt,validity_interval_start:dt,validity_interval_end:dt}
            m6 shift_time i16(-900..900)""";

    static final String SCRIPT_TABLE = """
            9 0 Script table
            2 scripts A[S{script_identifier:u16,actions:A[S{service_id:en(0=none,1=write,2=execute),class_id:u16,\
            logical_name:LN,index:i8,parameter:?}]}]
            m1 execute u16""";

    private static final String SCHEDULE_ENTRY =
            "S{index:u16,enable:bo,script_logical_name:LN,script_selector:u16,switch_time:ti,validity_window:u16,"
                    + "exec_weekdays:bs(7),exec_specdays:bs,begin_date:da,end_date:da}";

    static final String SCHEDULE = """
            10 0 Schedule
            2 entries A[%1$s]
            m1 enable_disable S{firstA:u16,lastA:u16,firstB:u16,lastB:u16}
            m2 insert %1$s
            m3 delete S{first:u16,last:u16}""".formatted(SCHEDULE_ENTRY);

    static final String SPECIAL_DAYS_TABLE = """
            11 0 Special days table
            2 entries A[S{index:u16,specialday_date:da,day_id:u8}]
            m1 insert S{index:u16,specialday_date:da,day_id:u8}
            m2 delete u16""";

    private static final String SEASONS = "A[S{season_profile_name:os,season_start:dt,week_name:os}]";
    private static final String WEEKS =
            "A[S{week_profile_name:os,monday:u8,tuesday:u8,wednesday:u8,thursday:u8,friday:u8,saturday:u8,sunday:u8}]";
    private static final String DAYS =
            "A[S{day_id:u8,day_schedule:A[S{start_time:ti,script_logical_name:LN,script_selector:u16}]}]";

    static final String ACTIVITY_CALENDAR = """
            20 0 Activity calendar
            2 calendar_name_active os
            3 season_profile_active %1$s
            4 week_profile_table_active %2$s
            5 day_profile_table_active %3$s
            6 calendar_name_passive os
            7 season_profile_passive %1$s
            8 week_profile_table_passive %2$s
            9 day_profile_table_passive %3$s
            10 activate_passive_calendar_time dt
            m1 activate_passive_calendar""".formatted(SEASONS, WEEKS, DAYS);

    static final String REGISTER_MONITOR = """
            21 0 Register monitor
            2 thresholds A[*]
            3 monitored_value value_definition
            4 actions A[S{action_up:action_item,action_down:action_item}]""";

    static final String SINGLE_ACTION_SCHEDULE = """
            22 0 Single action schedule
            2 executed_script S{script_logical_name:LN,script_selector:u16}
            3 type en(0=none,1=one_entry,2=same_time,3=same_time_wildcards,4=any_time,5=any_time_wildcards)
            4 execution_time A[S{time:ti,date:da}]""";

    static final String PARAMETER_MONITOR_0 = """
            65 0 Parameter monitor
            2 changed_parameter S{class_id:u16,logical_name:LN,attribute_index:i8,attribute_value:?}
            3 capture_time dt
            4 parameter_list A[value_definition]
            m1 add_parameter value_definition
            m2 delete_parameter value_definition""";

    static final String PARAMETER_MONITOR_1 = """
            65 1 Parameter monitor
            2 changed_parameter S{class_id:u16,logical_name:LN,attribute_index:i8,attribute_value:?}
            3 capture_time dt
            4 parameter_list A[value_definition]
            5 parameter_list_name os
            6 hash_algorithm_id en
            7 parameter_value_digest os
            8 parameter_values ?
            m1 add_parameter value_definition
            m2 delete_parameter value_definition""";

    static final String SENSOR_MANAGER = """
            67 0 Sensor manager
            2 serial_number os
            3 metrological_identification os
            4 output_type en
            5 adjustment_method os
            6 sealing_method en
            7 raw_value *
            8 scaler_unit scal_unit
            9 status *
            10 capture_time dt
            11 raw_value_thresholds A[*]
            12 raw_value_actions A[S{action_up:action_item,action_down:action_item}]
            13 processed_value value_definition
            14 processed_value_thresholds A[*]
            15 processed_value_actions A[S{action_up:action_item,action_down:action_item}]
            m1 reset""";

    static final String ARBITRATOR = """
            68 0 Arbitrator
            2 actions A[action_item]
            3 permissions_table A[bs]
            4 weightings_table A[A[u16]]
            5 most_recent_requests_table A[bs]
            6 last_outcome u8
            m1 request_action S{request_actor:u8,request_action_list:bs}
            m2 reset""";

    static final String DISCONNECT_CONTROL = """
            70 0 Disconnect control
            2 output_state bo
            3 control_state en(0=disconnected,1=connected,2=ready_for_reconnection)
            4 control_mode en(0=none,1=mode_1,2=mode_2,3=mode_3,4=mode_4,5=mode_5,6=mode_6)
            m1 remote_disconnect
            m2 remote_reconnect""";

    static final String LIMITER = """
            71 0 Limiter
            2 monitored_value value_definition
            3 threshold_active *
            4 threshold_normal *
            5 threshold_emergency *
            6 min_over_threshold_duration u32
            7 min_under_threshold_duration u32
            8 emergency_profile S{emergency_profile_id:u16,emergency_activation_time:dt,emergency_duration:u32}
            9 emergency_profile_group_id_list A[u16]
            10 emergency_profile_active bo
            11 actions S{action_over_threshold:action_item,action_under_threshold:action_item}""";

    private TimeClasses() {}
}
