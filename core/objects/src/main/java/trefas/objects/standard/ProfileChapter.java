package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;
import trefas.device.configuration.MeterConfiguration;

/// Profiles of the standard model and what counts billing periods (dossier G3). Load profile 1 is the meter's own;
/// the daily and the billing profile are captured by the model.
final class ProfileChapter {

    private static final int DAY_SECONDS = 86_400;
    private static final int DAYS = 62;
    private static final int BILLING_PERIODS = 13;

    private static final CosemData TIME = Values.column(8, "0-0:1.0.0*255", 2);
    private static final CosemData IMPORTED = Values.column(3, "1-0:1.8.0*255", 2);
    private static final CosemData EXPORTED = Values.column(3, "1-0:2.8.0*255", 2);
    private static final CosemData POSITIVE = Values.column(3, "1-0:3.8.0*255", 2);
    private static final CosemData NEGATIVE = Values.column(3, "1-0:4.8.0*255", 2);

    private ProfileChapter() {}

    static List<StandardObject> objects(MeterConfiguration configuration) {
        return List.of(
                loadProfile(configuration),
                captured(
                        "1-0:99.2.0*255",
                        DAY_SECONDS,
                        DAYS,
                        Values.array(TIME, IMPORTED, EXPORTED, POSITIVE, NEGATIVE)),
                captured(
                        History.PROFILE.toString(),
                        0,
                        BILLING_PERIODS,
                        Values.array(
                                TIME,
                                Values.column(1, BillingScripts.COUNTER.toString(), 2),
                                IMPORTED,
                                EXPORTED,
                                POSITIVE,
                                NEGATIVE,
                                Values.column(4, RegisterChapter.IMPORT_MAXIMUM.toString(), 2),
                                Values.column(4, RegisterChapter.IMPORT_MAXIMUM.toString(), 5),
                                Values.column(4, RegisterChapter.EXPORT_MAXIMUM.toString(), 2),
                                Values.column(4, RegisterChapter.EXPORT_MAXIMUM.toString(), 5))),
                StandardObject.of(BillingScripts.COUNTER.toString(), InterfaceClass.DATA)
                        .starting(2, new DoubleLongUnsigned(0))
                        .granting(ClientRole.MANAGEMENT, "R*"),
                StandardObject.of(BillingScripts.TIME.toString(), InterfaceClass.DATA)
                        .starting(2, Values.NO_TIME)
                        .granting(ClientRole.MANAGEMENT, "R*"),
                compactData());
    }

    private static StandardObject loadProfile(MeterConfiguration configuration) {
        var behaviour = new MeterProfile(configuration.loadProfileContent());
        return StandardObject.of("1-0:99.1.0*255", InterfaceClass.PROFILE_GENERIC)
                .behaving(behaviour)
                .starting(3, behaviour.captureObjects())
                .starting(5, Values.en(SortMethod.FIFO.code()))
                .starting(6, TIME)
                .granting(ClientRole.MANAGEMENT, "R* W4 X1");
    }

    private static StandardObject captured(String name, int period, int entries, CosemData columns) {
        return StandardObject.of(name, InterfaceClass.PROFILE_GENERIC)
                .behaving(new ProfileBehaviour())
                .starting(3, columns)
                .starting(4, Values.u32(period))
                .starting(5, Values.en(SortMethod.FIFO.code()))
                .starting(6, TIME)
                .starting(8, Values.u32(entries))
                .granting(ClientRole.MANAGEMENT, "R* W3-6,8 X*");
    }

    private static StandardObject compactData() {
        return StandardObject.of("0-0:66.0.1*255", InterfaceClass.COMPACT_DATA)
                .behaving(new CompactData())
                .starting(2, Values.text(""))
                .starting(3, Values.array(Values.column(62, "0-0:66.0.1*255", 4), TIME, IMPORTED, EXPORTED))
                .starting(4, new Unsigned(1))
                .starting(5, Values.text(""))
                .starting(6, Values.en(1))
                .granting(ClientRole.MANAGEMENT, "R* W3-4,6 X*");
    }
}
