package trefas.objects.standard;

import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.DataAccessResult;

/// The token gateway, class 115 (dossier F9). It takes our own tokens, see [Token].
final class TokenBehaviour implements Behaviour {

    private static final int TOKEN = 2;
    private static final int TIME = 3;
    private static final int DELIVERY = 5;
    private static final int STATUS = 6;

    static final int REMOTE = 0;

    /// Octets of what was entered that are kept to be read.
    static final int TOKEN_OCTETS_MAX = 64;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    /// enter: a token that is refused changes nothing but what the gateway says of it.
    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Optional<Payment> before = PaymentObjects.load(self.device());
        if (before.isEmpty() || !(parameter instanceof OctetString(var octets)) || octets.length() > TOKEN_OCTETS_MAX) {
            return ActionResult.OTHER_REASON;
        }
        Payment.Entered entered =
                before.get().enter(octets, self.device().surroundings().vending(), self.now());
        self.put(TOKEN, parameter);
        self.put(TIME, Moments.data(self, OptionalLong.of(self.now())));
        self.put(DELIVERY, Values.en(REMOTE));
        self.put(STATUS, status(entered.status()));
        PaymentObjects.save(self.device(), before.get(), entered.payment());
        return entered.status().isFailure() ? ActionResult.OTHER_REASON : ActionResult.SUCCESS;
    }

    static CosemData status(Token.StatusCode code) {
        return Values.structure(Values.en(code.code()), Bits.data(0, 0));
    }
}
