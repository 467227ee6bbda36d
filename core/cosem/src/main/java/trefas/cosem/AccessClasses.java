package trefas.cosem;

/// Interface classes for access control, security, image transfer and push (IEC 62056-6-2, dossier E10, F4, F5,
/// F8).
final class AccessClasses {

    private static final String OBJECT_LIST_ELEMENT_0 = "S{class_id:u16,version:u8,logical_name:LN,access_rights:S{"
            + "A[S{attribute_id:i8,access_mode:en,access_selectors:null|A[i8]}],"
            + "A[S{method_id:i8,access_mode:bo}]}}";

    private static final String OBJECT_LIST_ELEMENT = "S{class_id:u16,version:u8,logical_name:LN,access_rights:S{"
            + "A[S{attribute_id:i8,access_mode:en,access_selectors:null|A[i8]}],"
            + "A[S{method_id:i8,access_mode:en}]}}";

    private static final String NAME = "os(7)|S{u8,u8,u16,u8,u8,u8,u8}";

    private static final String HEAD = """
            15 %d Association LN
            2 object_list A[%s]
            3 associated_partners_id S{client_SAP:i8,server_SAP:u16}
            4 application_context_name %s
            5 xDLMS_context_info S{conformance:bs(24),max_receive_pdu_size:u16,max_send_pdu_size:u16,\
            dlms_version_number:u8,quality_of_service:i8,cyphering_info:os}
            6 authentication_mechanism_name %3$s
            7 secret os
            8 association_status en(0=non_associated,1=association_pending,2=associated)
            """;

    private static final String METHODS = """
            m1 reply_to_HLS_authentication os -> os
            m2 change_HLS_secret os
            m3 add_object %1$s
            m4 remove_object %1$s""";

    static final String ASSOCIATION_LN_0 =
            (HEAD.formatted(0, OBJECT_LIST_ELEMENT_0, NAME) + METHODS.formatted(OBJECT_LIST_ELEMENT_0));

    static final String ASSOCIATION_LN_1 = HEAD.formatted(1, OBJECT_LIST_ELEMENT, NAME)
            + "9 security_setup_reference LN\n"
            + METHODS.formatted(OBJECT_LIST_ELEMENT);

    private static final String USERS = """
            9 security_setup_reference LN
            10 user_list A[S{user_id:u8,user_name:*}]
            11 current_user S{user_id:u8,user_name:*}
            """;

    private static final String USER_METHODS = """

            m5 add_user S{user_id:u8,user_name:*}
            m6 remove_user S{user_id:u8,user_name:*}""";

    static final String ASSOCIATION_LN_2 = HEAD.formatted(2, OBJECT_LIST_ELEMENT, NAME)
            + USERS
            + METHODS.formatted(OBJECT_LIST_ELEMENT)
            + USER_METHODS;

    static final String ASSOCIATION_LN_3 = HEAD.formatted(3, OBJECT_LIST_ELEMENT, NAME)
            + USERS
            + METHODS.formatted(OBJECT_LIST_ELEMENT)
            + USER_METHODS;

    static final String SAP_ASSIGNMENT = """
            17 0 SAP assignment
            2 SAP_assignment_list A[S{SAP:u16,logical_device_name:os}]
            m1 connect_logical_device S{SAP:u16,logical_device_name:os}""";

    static final String IMAGE_TRANSFER = """
            18 0 Image transfer
            2 image_block_size u32
            3 image_transferred_blocks_status bs
            4 image_first_not_transferred_block_number u32
            5 image_transfer_enabled bo
            6 image_transfer_status en(0=not_initiated,1=initiated,2=verification_initiated,3=verification_successful,\
            4=verification_failed,5=activation_initiated,6=activation_successful,7=activation_failed)
            7 image_to_activate_info A[S{image_to_activate_size:u32,image_to_activate_identification:os,\
            image_to_activate_signature:os}]
            m1 image_transfer_initiate S{image_identifier:os,image_size:u32}
            m2 image_block_transfer S{image_block_number:u32,image_block_value:os}
            m3 image_verify
            m4 image_activate""";

    static final String SECURITY_SETUP_0 = """
            64 0 Security setup
            2 security_policy en(0=nothing,1=all_authenticated,2=all_encrypted,3=all_authenticated_and_encrypted)
            3 security_suite en(0=suite_0)
            4 client_system_title os(0..8)
            5 server_system_title os(8)
            m1 security_activate en
            m2 global_key_transfer A[S{key_id:en,key_wrapped:os}]""";

    private static final String CERTIFICATE_IDENTIFICATION =
            "S{certificate_identification_type:en(0=entity,1=serial),certification_identification_options:?}";

    static final String SECURITY_SETUP_1 = """
            64 1 Security setup
            2 security_policy en
            3 security_suite en(0=suite_0,1=suite_1,2=suite_2)
            4 client_system_title os(0..8)
            5 server_system_title os(8)
            6 certificates A[S{certificate_entity:en(0=server,1=client,2=certification_authority,3=other),\
            certificate_type:en(0=digital_signature,1=key_agreement,2=TLS,3=other),serial_number:os,issuer:os,\
            subject:os,subject_alt_name:os}]
            m1 security_activate en
            m2 key_transfer A[S{key_id:en,key_wrapped:os}]
            m3 key_agreement A[S{key_id:en,key_data:os}] -> A[S{key_id:en,key_data:os}]
            m4 generate_key_pair en(0=digital_signature,1=key_agreement,2=TLS)
            m5 generate_certificate_request en(0=digital_signature,1=key_agreement,2=TLS) -> os
            m6 import_certificate os
            m7 export_certificate %1$s -> os
            m8 remove_certificate %1$s""".formatted(CERTIFICATE_IDENTIFICATION);

    private static final String DESTINATION = "S{transport_service:en,destination:os,message:en}";

    private static final String WINDOWS = "A[S{start_time:dt,end_time:dt}]";

    static final String PUSH_SETUP_0 = """
            40 0 Push setup
            2 push_object_list A[capture_object_definition]
            3 send_destination_and_method %s
            4 communication_window %s
            5 randomisation_start_interval u16
            6 number_of_retries u8
            7 repetition_delay u16
            m1 push""".formatted(DESTINATION, WINDOWS);

    private static final String RESTRICTION =
            "S{restriction_type:en(0=none,1=by_date,2=by_entry),restriction_value:null|S{from:dt,to:dt}|S{from:u32,to:u32}}";

    private static final String PROTECTION =
            "A[S{protection_type:en(0=authentication,1=encryption,2=authentication_and_encryption,3=digital_signature),"
                    + "protection_options:S{os,os,os,os,S{key_info_type:en,key_info_options:?}}}]";

    static final String PUSH_SETUP_1 = """
            40 1 Push setup
            2 push_object_list A[S{class_id:u16,logical_name:LN,attribute_index:i8,data_index:u16,restriction:%s}]
            3 send_destination_and_method %s
            4 communication_window %s
            5 randomisation_start_interval u16
            6 number_of_retries u8
            7 repetition_delay u16
            8 port_reference LN
            9 push_client_SAP i8
            10 push_protection_parameters %s
            m1 push""".formatted(RESTRICTION, DESTINATION, WINDOWS, PROTECTION);

    static final String PUSH_SETUP_2 = """
            40 2 Push setup
            2 push_object_list A[S{class_id:u16,logical_name:LN,attribute_index:i8,data_index:u16,restriction:%s,\
            columns:A[capture_object_definition]}]
            3 send_destination_and_method %s
            4 communication_window %s
            5 randomisation_start_interval u16
            6 number_of_retries u8
            7 repetition_delay S{repetition_delay_min:u16,repetition_delay_exponent:u16,repetition_delay_max:u16}
            8 port_reference LN
            9 push_client_SAP i8
            10 push_protection_parameters %s
            11 push_operation_method en(0=unconfirmed,1=unconfirmed_retry_on_missing_confirmation,2=confirmed)
            12 confirmation_parameters S{confirmation_start_date:dt,confirmation_interval:u32}
            13 last_confirmation_date_time dt
            m1 push
            m2 reset""".formatted(RESTRICTION, DESTINATION, WINDOWS, PROTECTION);

    private AccessClasses() {}
}
