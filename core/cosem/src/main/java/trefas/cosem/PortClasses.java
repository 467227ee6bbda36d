package trefas.cosem;

/// Interface classes that set up ports and networks (IEC 62056-6-2, dossier F7).
final class PortClasses {

    private static final String SPEED = "en(0=300,1=600,2=1200,3=2400,4=4800,5=9600,6=19200,7=38400,8=57600,9=115200)";

    static final String IEC_LOCAL_PORT_SETUP = """
            19 1 IEC local port setup
            2 default_mode en(0=IEC_62056_21,1=HDLC,2=other)
            3 default_baud %1$s
            4 prop_baud %1$s
            5 response_time en(0=20_ms,1=200_ms)
            6 device_addr os
            7 pass_p1 os
            8 pass_p2 os
            9 pass_w5 os""".formatted(SPEED);

    static final String IEC_HDLC_SETUP = """
            23 1 IEC HDLC setup
            2 comm_speed %s
            3 window_size_transmit u8(1..7)
            4 window_size_receive u8(1..7)
            5 max_info_field_length_transmit u16(32..2030)
            6 max_info_field_length_receive u16(32..2030)
            7 inter_octet_time_out u16(20..6000)
            8 inactivity_time_out u16
            9 device_address u16""".formatted(SPEED);

    static final String M_BUS_SLAVE_PORT_SETUP = """
            25 0 M-Bus slave port setup
            2 default_baud %1$s
            3 avail_baud %1$s
            4 addr_state en(0=not_assigned,1=assigned)
            5 bus_address u8""".formatted(SPEED);

    static final String TCP_UDP_SETUP = """
            41 0 TCP-UDP setup
            2 TCP-UDP_port u16(1..65535)
            3 IP_reference LN
            4 MSS u16(40..65535)
            5 nb_of_sim_conn u8(1..255)
            6 inactivity_time_out u16""";

    static final String IPV4_SETUP = """
            42 0 IPv4 setup
            2 DL_reference LN
            3 IP_address u32
            4 multicast_IP_address A[u32]
            5 IP_options A[S{IP_option_type:u8,IP_option_length:u8,IP_option_data:os}]
            6 subnet_mask u32
            7 gateway_IP_address u32
            8 use_DHCP_flag bo
            9 primary_DNS_address u32
            10 secondary_DNS_address u32
            m1 add_mc_IP_address u32
            m2 delete_mc_IP_address u32
            m3 get_nbof_mc_IP_addresses null|i8 -> u16""";

    static final String MAC_ADDRESS_SETUP = """
            43 0 MAC address setup
            2 MAC_address os""";

    static final String M_BUS_CLIENT = """
            72 1 M-Bus client
            2 mbus_port_reference LN
            3 capture_definition A[S{data_information_block:os,value_information_block:os}]
            4 capture_period u32
            5 primary_address u8
            6 identification_number u32
            7 manufacturer_id u16
            8 version u8
            9 device_type u8
            10 access_number u8
            11 status u8
            12 alarm u8
            13 configuration u16
            14 encryption_key_status en(0=none,1=set,2=transferred,3=set_and_transferred,4=in_use)
            m1 slave_install u8
            m2 slave_deinstall
            m3 capture
            m4 reset_alarm
            m5 synchronize_clock
            m6 data_send A[S{os,os,*}]
            m7 set_encryption_key os
            m8 transfer_key os""";

    static final String M_BUS_MASTER_PORT_SETUP = """
            74 0 M-Bus master port setup
            2 comm_speed %s""".formatted(SPEED);

    static final String NTP_SETUP = """
            100 0 NTP setup
            2 activated bo
            3 server_address os
            4 server_port u16
            5 authentication_method en(0=none,1=shared_secret,2=autokey)
            6 authentication_keys A[S{key_id:u32,key:os}]
            7 client_key os
            m1 synchronize
            m2 add_authentication_key S{key_id:u32,key:os}
            m3 delete_authentication_key u32""";

    static final String COMMUNICATION_PORT_PROTECTION = """
            124 0 Communication port protection
            2 protection_mode en(0=locked,1=locked_on_failed_attempts,2=unlocked)
            3 allowed_failed_attempts u16
            4 initial_lockout_time u32
            5 steepness_factor u8
            6 max_lockout_time u32
            7 port_reference LN
            8 protection_status en(0=unlocked,1=temporarily_locked,2=locked)
            9 failed_attempts u32
            10 cumulative_failed_attempts u32
            m1 reset""";

    private PortClasses() {}
}
