package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.load.LoadControl;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;

/// The two load relays and what each follows (dossier 9). The dossier gives no types: seconds are long-unsigned,
/// what fits into an octet is unsigned.
final class LoadObjects {

    private static final boolean PUBLICLY = true;

    private LoadObjects() {}

    static List<MeterObject> all() {
        var objects = new ArrayList<MeterObject>();
        objects.add(MeterObject.data(
                name(5),
                !PUBLICLY,
                Attribute.whole((meter, out) -> out.longUnsigned(
                                meter.settings().functions().load().delaySeconds()))
                        .writable(NumberSetting.longUnsigned(LoadObjects::setDelay))));
        for (LoadRelay relay : LoadRelay.values()) {
            addState(relay, objects);
            addSettings(relay, objects);
        }
        return objects;
    }

    private static void addState(LoadRelay relay, List<MeterObject> objects) {
        int place = relay.index();
        int profile = profile(relay);
        objects.add(settable(
                1 + 2 * place,
                meter -> load(meter).isWanted(relay) ? 1 : 0,
                (question, position) -> setActive(relay, question, position)));
        objects.add(MeterObject.data(
                name(7 + place),
                !PUBLICLY,
                Attribute.whole((meter, out) -> out.longUnsigned(load(meter).remainingDelaySeconds(relay)))));
        objects.add(readable(9 + place, meter -> load(meter).mode(relay)));
        objects.add(MeterObject.data(
                name(profile + 3),
                !PUBLICLY,
                Attribute.whole((meter, out) -> out.visibleString(load(meter).usageProfileInfo(relay)))));
        objects.add(readable(profile + 5, meter -> load(meter).seasonProfile(relay)));
    }

    private static void addSettings(LoadRelay relay, List<MeterObject> objects) {
        int profile = profile(relay);
        objects.add(settable(
                2 + 2 * relay.index(),
                meter -> settings(meter, relay).tariffMask(),
                (question, mask) -> RelaySettings.isTariffMask(mask)
                        ? set(relay, question, settings(question.meter(), relay).withTariffMask((int) mask))
                        : DataAccessResult.OTHER_REASON));
        objects.add(settable(
                profile + 1,
                meter -> settings(meter, relay).mode().code(),
                (question, code) -> RelayMode.ofCode((int) code)
                        .map(mode -> set(
                                relay,
                                question,
                                settings(question.meter(), relay).withMode(mode)))
                        .orElse(DataAccessResult.OTHER_REASON)));
        objects.add(settable(
                profile + 2,
                meter -> settings(meter, relay).isActiveByDefault() ? 1 : 0,
                (question, position) -> position(position)
                        .map(active -> set(
                                relay,
                                question,
                                settings(question.meter(), relay).withActiveByDefault(active)))
                        .orElse(DataAccessResult.OTHER_REASON)));
        objects.add(settable(
                profile + 4,
                meter -> settings(meter, relay).activePlan(),
                (question, plan) -> NumberSetting.functions(question).load().hasPlan((int) plan)
                        ? set(relay, question, settings(question.meter(), relay).withActivePlan((int) plan))
                        : DataAccessResult.OTHER_REASON));
    }

    private static DataAccessResult set(LoadRelay relay, Question question, RelaySettings other) {
        return NumberSetting.change(question, now -> now.with(now.load().withRelay(relay, other)));
    }

    private static DataAccessResult setDelay(Question question, long seconds) {
        return NumberSetting.changeIf(
                LoadSettings.isDelay(seconds),
                question,
                now -> now.with(now.load().withDelaySeconds((int) seconds)));
    }

    /// Load1Active or Load2Active, while the relay follows it. The relay is asked in the next second.
    private static DataAccessResult setActive(LoadRelay relay, Question question, long position) {
        Optional<Boolean> active = position(position);
        if (active.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        if (!load(question.meter()).isWritable(relay)) {
            return DataAccessResult.TEMPORARY_FAILURE;
        }
        question.meter()
                .controls()
                .writeRelay(relay, active.get(), question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    /// 0 is inactive, 1 active.
    private static Optional<Boolean> position(long number) {
        return number == 0 || number == 1 ? Optional.of(number == 1) : Optional.empty();
    }

    private static MeterObject settable(int place, ToIntFunction<Meter> of, NumberSetting setting) {
        return MeterObject.data(
                name(place),
                !PUBLICLY,
                Attribute.whole((meter, out) -> out.unsigned(of.applyAsInt(meter)))
                        .writable(NumberSetting.unsigned(setting)));
    }

    private static MeterObject readable(int place, ToIntFunction<Meter> of) {
        return MeterObject.data(
                name(place), !PUBLICLY, Attribute.whole((meter, out) -> out.unsigned(of.applyAsInt(meter))));
    }

    private static LoadControl load(Meter meter) {
        return meter.parts().load();
    }

    private static RelaySettings settings(Meter meter, LoadRelay relay) {
        return meter.settings().functions().load().relay(relay);
    }

    /// What each relay is set up with stands from .31 and .41 on.
    private static int profile(LoadRelay relay) {
        return switch (relay) {
            case LOAD_1 -> 30;
            case LOAD_2 -> 40;
        };
    }

    private static String name(int place) {
        return "1-1:96.52." + place + "*255";
    }
}
