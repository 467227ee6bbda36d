package trefas.cosem;

/// Interface classes for payment metering (IEC 62056-6-2, dossier F9).
final class PaymentClasses {

    static final String ACCOUNT = """
            111 0 Account
            2 account_mode_and_status S{account_mode:en(1=credit,2=prepayment),account_status:en(1=new,2=active,3=closed)}
            3 current_credit_in_use u8
            4 current_credit_status bs(8)
            5 available_credit i32
            6 amount_to_clear i32
            7 clearance_threshold i32
            8 aggregated_debt i32
            9 credit_reference_list A[LN]
            10 charge_reference_list A[LN]
            11 credit_charge_configuration A[S{credit_reference:LN,charge_reference:LN,collection_configuration:bs(3)}]
            12 token_gateway_configuration A[S{credit_reference:LN,token_proportion:u8(0..100)}]
            13 account_activation_time dt
            14 account_closure_time dt
            15 currency S{currency_name:utf8,currency_scale:i8,currency_unit:en(0=time,1=consumption,2=monetary)}
            16 low_credit_threshold i32
            17 next_credit_available_threshold i32
            18 max_provision u16
            19 max_provision_period i32
            m1 activate_account
            m2 close_account
            m3 reset_account""";

    static final String CREDIT = """
            112 0 Credit
            2 current_credit_amount i32
            3 credit_type en(0=token,1=reserved,2=emergency,3=time_based,4=consumption_based)
            4 priority u8
            5 warning_threshold i32
            6 limit i32
            7 credit_configuration bs(5)
            8 credit_status en(0=enabled,1=selectable,2=selected,3=in_use,4=consumed)
            9 preset_credit_amount i32
            10 credit_available_threshold i32
            11 period dt
            m1 update_amount i32
            m2 set_amount_to_value i32
            m3 invoke_credit""";

    private static final String CHARGE_TABLE = "A[S{index:os,charge_per_unit:i16}]";

    private static final String UNIT_CHARGE = "S{charge_per_unit_scaling:S{commodity_scale:i8,price_scale:i8},"
            + "commodity_reference:value_definition,charge_table:" + CHARGE_TABLE + "}";

    static final String CHARGE = """
            113 0 Charge
            2 total_amount_paid i32
            3 charge_type en(0=consumption_based,1=time_based,2=payment_event_based)
            4 priority u8
            5 unit_charge_active %1$s
            6 unit_charge_passive %1$s
            7 unit_charge_activation_time dt
            8 period u32
            9 charge_configuration bs(2)
            10 last_collection_time dt
            11 last_collection_amount i32
            12 total_amount_remaining i32
            13 proportion u16(0..10000)
            m1 update_unit_charge %2$s
            m2 activate_passive_unit_charge
            m3 collect
            m4 update_total_amount_remaining i32
            m5 set_total_amount_remaining i32""".formatted(UNIT_CHARGE, CHARGE_TABLE);

    static final String TOKEN_GATEWAY = """
            115 0 Token gateway
            2 token os
            3 token_time dt
            4 token_description A[os]
            5 token_delivery_method en(0=remote,1=local,2=manual)
            6 token_status S{status_code:en(0=format_ok,1=authentication_ok,2=validation_ok,3=execution_ok,\
            4=format_failure,5=authentication_failure,6=validation_failure,7=execution_failure,\
            8=received_not_processed),data_value:bs}
            m1 enter os""";

    private PaymentClasses() {}
}
