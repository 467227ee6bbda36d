package trefas.cosem;

/// Interface classes for parameters and measured data (IEC 62056-6-2, dossier F1 and F2).
final class StorageClasses {

    static final String DATA = """
            1 0 Data
            2 value ?""";

    static final String REGISTER = """
            3 0 Register
            2 value *
            3 scaler_unit scal_unit
            m1 reset""";

    static final String EXTENDED_REGISTER = """
            4 0 Extended register
            2 value *
            3 scaler_unit scal_unit
            4 status *
            5 capture_time dt
            m1 reset""";

    static final String DEMAND_REGISTER = """
            5 0 Demand register
            2 current_average_value *
            3 last_average_value *
            4 scaler_unit scal_unit
            5 status *
            6 capture_time dt
            7 start_time_current dt
            8 period u32(1..4294967295)
            9 number_of_periods u16(1..65535)
            m1 reset
            m2 next_period""";

    static final String REGISTER_ACTIVATION = """
            6 0 Register activation
            2 register_assignment A[object_definition]
            3 mask_list A[S{mask_name:os,index_list:A[u8]}]
            4 active_mask os
            m1 add_register object_definition
            m2 add_mask S{mask_name:os,index_list:A[u8]}
            m3 delete_mask os""";

    static final String PROFILE_GENERIC = """
            7 1 Profile generic
            2 buffer A[?]
            3 capture_objects A[capture_object_definition]
            4 capture_period u32
            5 sort_method en(1=fifo,2=lifo,3=largest,4=smallest,5=nearest_to_zero,6=farthest_from_zero)
            6 sort_object capture_object_definition
            7 entries_in_use u32
            8 profile_entries u32
            m1 reset
            m2 capture""";

    static final String REGISTER_TABLE = """
            61 0 Register table
            2 table_cell_values A[?]
            3 table_cell_definition S{class_id:u16,logical_name:LN,group_E_values:A[u8],attribute_index:i8}
            4 scaler_unit scal_unit
            m1 reset
            m2 capture""";

    static final String COMPACT_DATA_0 = """
            62 0 Compact data
            2 compact_buffer os
            3 capture_objects A[capture_object_definition]
            4 template_id u8
            5 template_description os
            6 capture_method en(0=on_method,1=on_read)
            m1 reset
            m2 capture""";

    private static final String RESTRICTION =
            "S{restriction_type:en(0=none,1=by_date,2=by_entry),restriction_value:null|S{from:dt,to:dt}|S{from:u32,to:u32}}";

    static final String COMPACT_DATA_1 = """
            62 1 Compact data
            2 compact_buffer os
            3 capture_objects A[S{class_id:u16,logical_name:LN,attribute_index:i8,data_index:u16,restriction:%s,\
            columns:A[capture_object_definition]}]
            4 template_id u8
            5 template_description os
            6 capture_method en(0=on_method,1=on_read)
            m1 reset
            m2 capture""".formatted(RESTRICTION);

    static final String STATUS_MAPPING = """
            63 0 Status mapping
            2 status_word bs|u8|u16|u32|u64|os|vs
            3 mapping_table S{ref_table_id:u8,ref_table_mapping:u16|A[u16]}""";

    private StorageClasses() {}
}
