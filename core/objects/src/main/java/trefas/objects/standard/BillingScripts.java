package trefas.objects.standard;

import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Long64;
import trefas.quantity.Obis;

/// The end of a billing period, script table 0-0:10.0.1 (dossier G3). Every script of it first counts the period
/// and stamps it; the script's own actions then take the snapshot and reset the maxima. A second reset too soon
/// after the first is refused, so that two head-ends don't end two periods.
final class BillingScripts extends ScriptTable {

    static final Obis COUNTER = Obis.of("1-0:0.1.0*255");
    static final Obis TIME = Obis.of("1-0:0.1.2*255");

    /// Seconds after a reset in which another one is refused.
    static final int LOCKOUT_SECONDS = 60;

    private static final int LAST_RESET_SLOT = -1;
    private static final int VALUE = 2;

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        boolean isLocked = self.value(LAST_RESET_SLOT) instanceof Long64(long last)
                && self.now() >= last
                && self.now() < last + LOCKOUT_SECONDS;
        if (isLocked) {
            return ActionResult.TEMPORARY_FAILURE;
        }
        if (Values.number(parameter) != 1) {
            return ActionResult.OTHER_REASON;
        }
        self.put(LAST_RESET_SLOT, new Long64(self.now()));
        self.other(COUNTER).ifPresent(counter -> counter.put(VALUE, new DoubleLongUnsigned(counter.number(VALUE) + 1)));
        self.other(TIME)
                .ifPresent(time -> time.put(VALUE, Values.stamp(self.clock().stamp(self.now(), 0))));
        return super.invoke(self, methodId, parameter, returned);
    }
}
