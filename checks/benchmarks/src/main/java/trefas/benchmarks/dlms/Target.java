package trefas.benchmarks.dlms;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import trefas.benchmarks.BenchedMeter;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.InterfaceClass;
import trefas.objects.Association;
import trefas.quantity.Obis;

/// A server that is measured: how to reach it and what it calls its things.
///
/// @param kind as [ServerMain] knows it
/// @param open opens associations without security
/// @param inClear reads in clear
/// @param register attribute 2 of a register
/// @param buffer attribute 2 of the load profile
/// @param clock the column that ranges are given in
/// @param fiveColumns what to ask for when the profile has more; empty when it has five
record Target(
        String kind,
        Terms open,
        Terms inClear,
        Terms ciphered,
        AttributeDescriptor register,
        AttributeDescriptor buffer,
        CaptureObject clock,
        List<CaptureObject> fiveColumns) {

    static final int ROWS_OF_A_DAY = 96;

    private static final int VALUE = 2;
    private static final int SECONDS_PER_ROW = 900;
    private static final String PASSWORD = "12345";
    private static final int PUBLIC_CLIENT = 16;

    private static final LocalDateTime BEGIN = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(2099, 1, 1, 0, 0);

    /// Our meter, whose profile is asked for five of its columns: time, status, quality and two registers.
    static Target trefas() {
        Obis profile = Obis.of("1-1:99.1.0*255");
        var clock = new CaptureObject(InterfaceClass.CLOCK.classId(), Obis.of("0-1:1.0.0*255"), VALUE, 0);
        int profileClass = InterfaceClass.PROFILE_GENERIC.classId();
        int registerClass = InterfaceClass.REGISTER.classId();
        Association module = Association.PRIMARY_MODULE;
        return new Target(
                "trefas",
                Terms.inClear(Association.PUBLIC.clientSap(), Association.PUBLIC.serverSap(), ""),
                Terms.inClear(module.clientSap(), module.serverSap(), PASSWORD),
                Terms.ciphered(Association.MANAGEMENT.clientSap(), Association.MANAGEMENT.serverSap()),
                new AttributeDescriptor(registerClass, Obis.of("1-1:1.8.0*255"), VALUE),
                new AttributeDescriptor(profileClass, profile, VALUE),
                clock,
                List.of(
                        clock,
                        new CaptureObject(profileClass, profile, -1, 0),
                        new CaptureObject(profileClass, profile, -2, 0),
                        new CaptureObject(registerClass, Obis.of("1-1:1.8.0*255"), VALUE, 0),
                        new CaptureObject(registerClass, Obis.of("1-1:2.8.0*255"), VALUE, 0)));
    }

    /// Somebody else's server, set up by us with five columns.
    static Target peer(String kind) {
        Terms clear = Terms.inClear(PUBLIC_CLIENT, 1, "");
        return new Target(
                kind,
                clear,
                clear,
                Terms.cipheredToForgetful(1, 1),
                new AttributeDescriptor(InterfaceClass.REGISTER.classId(), Obis.of("1-0:1.8.0*255"), VALUE),
                new AttributeDescriptor(InterfaceClass.PROFILE_GENERIC.classId(), Obis.of("1-0:99.1.0*255"), VALUE),
                new CaptureObject(InterfaceClass.CLOCK.classId(), Obis.of("0-0:1.0.0*255"), VALUE, 0),
                List.of());
    }

    /// The whole buffer, five columns.
    Optional<AccessSelection> whole() {
        return fiveColumns.isEmpty()
                ? Optional.empty()
                : Optional.of(new RangeDescriptor(clock, time(BEGIN), time(END), fiveColumns));
    }

    /// The 96 rows before the last few of a buffer of so many rows.
    Optional<AccessSelection> day(int rows) {
        LocalDateTime begin = LocalDateTime.ofEpochSecond(BenchedMeter.START, 0, ZoneOffset.UTC);
        LocalDateTime last = begin.plusSeconds((long) (rows - 4) * SECONDS_PER_ROW);
        LocalDateTime first = last.minusSeconds((long) (ROWS_OF_A_DAY - 1) * SECONDS_PER_ROW);
        return Optional.of(new RangeDescriptor(clock, time(first), time(last), fiveColumns));
    }

    private static CosemData time(LocalDateTime local) {
        byte[] octets = CosemDateTime.of(
                        local, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED)
                .octets();
        return new CosemData.OctetString(CosemData.Octets.of(octets));
    }
}
