package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.InterfaceClass;
import trefas.objects.standard.Charge.UnitCharge;
import trefas.objects.standard.Credit.Configuration;

/// Account, credits, charges and token gateway (dossier F9, G3). The account is new and in credit mode: nothing is
/// collected and nobody is disconnected before it is activated.
final class PaymentChapter {

    private static final String TOKEN_CREDIT = "0-0:19.10.0*255";
    private static final String EMERGENCY_CREDIT = "0-0:19.10.1*255";
    private static final String ENERGY_CHARGE = "0-0:19.20.0*255";
    private static final String DEBT_CHARGE = "0-0:19.20.1*255";

    private static final int CONTINUOUS = 0b10;
    private static final int PERCENTAGE = 0b01;

    private PaymentChapter() {}

    static List<StandardObject> objects() {
        return List.of(
                account(),
                credit(TOKEN_CREDIT, 0, 1, Configuration.RECEIVES_TOKENS.mask()),
                credit(
                        EMERGENCY_CREDIT,
                        2,
                        2,
                        Configuration.CONFIRMATION.mask() | Configuration.TO_BE_PAID_BACK.mask()),
                charge(ENERGY_CHARGE, 0, CONTINUOUS),
                charge(DEBT_CHARGE, 2, PERCENTAGE),
                StandardObject.of(PaymentObjects.GATEWAY.toString(), InterfaceClass.TOKEN_GATEWAY)
                        .behaving(new TokenBehaviour())
                        .starting(2, Values.text(""))
                        .starting(3, Values.NO_TIME)
                        .starting(4, Values.array())
                        .starting(5, Values.en(TokenBehaviour.REMOTE))
                        .starting(6, TokenBehaviour.status(Token.StatusCode.FORMAT_OK))
                        .granting(ClientRole.MANAGEMENT, "R* X*"));
    }

    private static StandardObject account() {
        return StandardObject.of(PaymentObjects.ACCOUNT.toString(), InterfaceClass.ACCOUNT)
                .behaving(new AccountBehaviour())
                .starting(2, Values.structure(Values.en(1), Values.en(1)))
                .starting(7, new DoubleLong(0))
                .starting(9, Values.array(Values.name(TOKEN_CREDIT), Values.name(EMERGENCY_CREDIT)))
                .starting(10, Values.array(Values.name(ENERGY_CHARGE), Values.name(DEBT_CHARGE)))
                .starting(11, Values.array())
                .starting(12, Values.array())
                .starting(13, Values.NO_TIME)
                .starting(14, Values.NO_TIME)
                .starting(15, Values.structure(new Utf8String("EUR"), new Int8(-2), Values.en(2)))
                .starting(16, new DoubleLong(0))
                .starting(17, new DoubleLong(0))
                .starting(18, Values.u16(0))
                .starting(19, new DoubleLong(0))
                .granting(ClientRole.MANAGEMENT, "R* W2,7,9-19 X*");
    }

    private static StandardObject credit(String name, int type, int priority, int configuration) {
        return StandardObject.of(name, InterfaceClass.CREDIT)
                .behaving(new CreditBehaviour())
                .starting(2, new DoubleLong(0))
                .starting(3, Values.en(type))
                .starting(4, new Unsigned(priority))
                .starting(5, new DoubleLong(0))
                .starting(6, new DoubleLong(0))
                .starting(7, Bits.data(5, configuration))
                .starting(8, Values.en(0))
                .starting(9, new DoubleLong(0))
                .starting(10, new DoubleLong(0))
                .starting(11, Values.NO_TIME)
                .granting(ClientRole.MANAGEMENT, "R* W3-7,9-11 X*");
    }

    private static StandardObject charge(String name, int type, int configuration) {
        CosemData free = ChargeBehaviour.data(UnitCharge.NONE);
        return StandardObject.of(name, InterfaceClass.CHARGE)
                .behaving(new ChargeBehaviour())
                .starting(2, new DoubleLong(0))
                .starting(3, Values.en(type))
                .starting(4, new Unsigned(1))
                .starting(5, free)
                .starting(6, free)
                .starting(7, Values.NO_TIME)
                .starting(8, Values.u32(0))
                .starting(9, Bits.data(2, configuration))
                .starting(10, Values.NO_TIME)
                .starting(11, new DoubleLong(0))
                .starting(12, new DoubleLong(0))
                .starting(13, Values.u16(0))
                .granting(ClientRole.MANAGEMENT, "R* W3-9,13 X*");
    }
}
