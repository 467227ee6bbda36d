package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.debiting.DebitingProfile;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.quantity.Obis;

class LoggedRegisterTest {

    // One of each kind (dossier 4, 19, 20). Scalers with the display format 7.2.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # register             | code             | class | attr | type        | unit | scaler
            HOUR_COUNTER           | 0-1:96.8.0       | 3     | 2    | UNSIGNED_32 | h    | 0
            DEBITING_PERIODS       | 1-1:0.1.0        | 1     | 2    | UNSIGNED_8  |      | 0
            POWER_THRESHOLD_COUNTER| 1-1:96.51.2      | 1     | 2    | UNSIGNED_8  |      | 0
            PULSE_INPUT            | 1-1:0.128.1      | 1     | 2    | UNSIGNED_32 |      | 0
            A_PLUS                 | 1-1:1.8.0        | 3     | 2    | UNSIGNED_32 | Wh   | 1
            R_MINUS_T8             | 1-1:4.8.8        | 3     | 2    | UNSIGNED_32 | varh | 1
            E_MINUS                | 1-1:10.8.0       | 3     | 2    | UNSIGNED_32 | VAh  | 1
            A_1234                 | 1-1:15.8.0       | 3     | 2    | UNSIGNED_32 | Wh   | 1
            A_NET                  | 1-1:16.8.0       | 3     | 2    | UNSIGNED_32 | Wh   | 1
            A_MINUS_L3             | 1-1:62.8.0       | 3     | 2    | UNSIGNED_32 | Wh   | 1
            Q_MINUS                | 1-1:4.7.0        | 3     | 2    | UNSIGNED_32 | var  | 0
            P_PLUS_MAX_T2          | 1-1:1.6.2        | 4     | 2    | UNSIGNED_32 | W    | 0
            P_PLUS_MAX_T2_TIME     | 1-1:1.6.2        | 4     | 5    | DATE_TIME   |      | 0
            S_MINUS_MAX            | 1-1:10.6.0       | 4     | 2    | UNSIGNED_32 | VA   | 0
            P_PLUS_ACCUMULATED_T1  | 1-1:1.2.1        | 3     | 2    | UNSIGNED_32 | W    | 0
            Q_PLUS_ACCUMULATED     | 1-1:3.2.0        | 3     | 2    | UNSIGNED_32 | var  | 0
            P_PLUS_DAY_MIN_TIME    | 1-1:1.13.0       | 4     | 5    | DATE_TIME   |      | 0
            MEAN_POWER_FACTOR      | 1-1:13.25.0      | 3     | 2    | UNSIGNED_16 |      | -2
            MEAN_FREQUENCY         | 1-1:14.25.0      | 3     | 2    | UNSIGNED_16 | Hz   | -2
            MEAN_S_PLUS_L3         | 1-1:69.25.0      | 3     | 2    | UNSIGNED_32 | VA   | 0
            MEAN_CURRENT_L2        | 1-1:51.25.0      | 3     | 2    | UNSIGNED_32 | A    | -2
            MEAN_VOLTAGE_L3        | 1-1:72.25.0      | 3     | 2    | UNSIGNED_16 | V    | 0
            MEAN_CURRENT_THD_L1    | 1-1:31.24.124    | 3     | 2    | UNSIGNED_16 | %    | -2
            MEAN_VOLTAGE_THD_L3    | 1-1:72.24.124    | 3     | 2    | UNSIGNED_16 | %    | -2
            COUPLING_STATE         | 1-1:128.0.0      | 1     | 2    | UNSIGNED_8  |      | 0
            """)
    void aRegisterIsReadThroughItsObject(
            LoggedRegister register, String code, int classId, int attribute, WireType type, String unit, int scaler) {
        assertEquals(Obis.of(code), register.obis());
        assertEquals(classId, register.classId());
        assertEquals(attribute, register.attribute());
        assertEquals(type, register.type());
        assertEquals(unit == null ? "" : unit, register.unit().symbol());
        assertEquals(scaler, register.scaler(EnergyFormat.F72));
        assertEquals(Optional.of(register), LoggedRegister.of(Obis.of(code), attribute));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            F70, 3
            F61, 2
            F72, 1
            F63, 0
            """)
    void energiesFollowTheDisplayFormat(EnergyFormat format, int scaler) {
        assertEquals(scaler, LoggedRegister.A_PLUS.scaler(format));
        assertEquals(0, LoggedRegister.P_PLUS.scaler(format));
    }

    @Test
    void noTwoRegistersAreTheSame() {
        var keys = new HashSet<Long>();
        var titles = new HashSet<String>();
        for (LoggedRegister register : LoggedRegister.ALL) {
            assertTrue(keys.add(register.key()), register.toString());
            assertTrue(titles.add(register.title()), register.toString());
            assertEquals(Optional.of(register), LoggedRegister.ofKey(register.key()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EnergyRegister.class,
            names = {"A_(PLUS|MINUS)(_L[123])?", "R_(PLUS|MINUS)", "R[1234]"},
            mode = EnumSource.Mode.MATCH_ANY)
    void energiesThatAlwaysCountHaveTheirOwnCodes(EnergyRegister register) {
        LoggedRegister logged = LoggedRegister.valueOf(register.name());

        assertEquals(register.obis(), logged.obis());
        assertEquals(register.title(), logged.title());
        assertEquals(register.kind().unit(), logged.unit().symbol());
    }

    @Test
    void tariffsAreGroupE() {
        List<Integer> codes = List.of(1, 2, 3, 4, 9, 10);
        for (int code : codes) {
            for (int tariff = 0; tariff <= 8; tariff++) {
                assertTrue(LoggedRegister.of(Obis.of("1-1:" + code + ".8." + tariff), 2)
                        .isPresent());
            }
        }
    }

    @Test
    void otherObjectsAreNotLogged() {
        assertEquals(Optional.empty(), LoggedRegister.of(Obis.of("1-1:1.8.9"), 2));
        assertEquals(Optional.empty(), LoggedRegister.of(Obis.of("1-1:1.8.0"), 3));
        assertEquals(Optional.empty(), LoggedRegister.ofKey(0));
    }

    // Dossier 11: the lists in their order.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            FIRST      | 96.8.0 0.1.0 96.51.2 0.128.1 1.8.0 2.8.0 3.8.0 4.8.0 1.8.1 1.8.2 1.8.3 1.8.4 \
            3.8.1 3.8.2 3.8.3 3.8.4 9.8.0 10.8.0 1.6.0 1.6.0t 1.6.1 1.6.1t 1.6.2 1.6.2t 1.2.0 1.2.1 1.2.2 \
            3.6.0 3.6.0t 3.6.1 3.6.1t 3.6.2 3.6.2t 3.2.0 9.6.0 9.6.0t 10.6.0 10.6.0t
            PROFILE_01 | 96.8.0 1.8.0 2.8.0 3.8.0 4.8.0 1.8.1 1.8.2 1.8.3 1.8.4 2.8.1 2.8.2 2.8.3 2.8.4 \
            3.8.1 3.8.2 3.8.3 3.8.4 4.8.1 4.8.2 4.8.3 4.8.4
            PROFILE_02 | 1.8.0 1.8.1 1.8.2 2.8.0 2.8.1 2.8.2 3.8.0 3.8.1 3.8.2 4.8.0 4.8.1 4.8.2
            """)
    void aDebitingLoggerHasItsColumns(DebitingProfile profile, String codes) {
        List<String> expected = List.of(codes.split("\\s+"));
        List<String> columns = profile.registers().stream()
                .map(register -> register.obis().shortCode() + (register.attribute() == 5 ? "t" : ""))
                .toList();

        assertEquals(expected, columns);
    }
}
