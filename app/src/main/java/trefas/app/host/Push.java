package trefas.app.host;

import java.util.Optional;
import java.util.function.Consumer;
import trefas.cosem.CosemData;
import trefas.objects.standard.PushReport;
import trefas.objects.standard.PushTarget;
import trefas.security.SecurityAccess;

/// Values that leave the meter once (class 40).
///
/// @param body a structure of the listed values
/// @param isConfirmed whether a DataNotification-Confirm is waited for
/// @param security keys and counters, if the meter has some
/// @param report takes how it went: sent or failed, and confirmed after it was sent
record Push(
        PushTarget target,
        CosemData body,
        boolean isConfirmed,
        Optional<SecurityAccess> security,
        Consumer<PushReport> report) {}
