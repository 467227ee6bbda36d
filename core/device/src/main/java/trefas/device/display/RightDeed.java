package trefas.device.display;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;

/// What a long press of the right button can do, each while its own view is shown (dossier 6.5, decision 0046). The
/// view tells how things are before the deed and, a second later, after it.
public enum RightDeed implements DisplayView {
    DEBITING_STOP("0.1.0", "DEB/STOP", "end the debiting period") {
        @Override
        String value(Displayed meter) {
            return Integer.toString(meter.parts().debiting().periods());
        }
    },
    ADJUST_TIME("1.0.0", "ADJ/TIME", "put the clock to the nearest whole minute") {
        @Override
        String value(Displayed meter) {
            return DisplayTime.timeOf(meter.clock().local(meter.now()));
        }
    },
    RELEASE_TAMPER("97.97.0", "TAMP/FREE", "take the tamper hand away") {
        @Override
        String value(Displayed meter) {
            return meter.parts().status().displayed();
        }
    },
    TARIFF_PLAN("96.52.24", "TRF/PLAN", "follow the next tariff plan") {
        @Override
        String value(Displayed meter) {
            return Integer.toString(tariff(meter).activePlan());
        }

        // A plan that nothing follows can't be chosen from.
        @Override
        public boolean isThere(Displayed meter) {
            return tariff(meter).source() == TariffSource.PLAN && tariff(meter).hasPlan(1);
        }
    },
    LOAD_PLAN("96.52.34", "LOAD/PLAN", "let the relays follow the next load control plan") {
        @Override
        String value(Displayed meter) {
            return Integer.toString(load(meter)
                    .relay(follower(load(meter)).orElse(LoadRelay.LOAD_1))
                    .activePlan());
        }

        @Override
        public boolean isThere(Displayed meter) {
            return follower(load(meter)).isPresent() && load(meter).hasPlan(1);
        }
    };

    /// All in the order in which the button leads through them; `values()` would copy them at each call.
    public static final List<RightDeed> ALL = List.of(values());

    private final String code;
    private final List<String> texts;
    private final String meaning;

    RightDeed(String code, String text, String meaning) {
        this.code = code;
        this.texts = List.of(text.split("/", -1));
        this.meaning = meaning;
    }

    /// The name in configurations.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it does, in words.
    public String meaning() {
        return meaning;
    }

    abstract String value(Displayed meter);

    @Override
    public boolean isThere(Displayed meter) {
        return true;
    }

    @Override
    public DisplayUnit unit(Displayed meter) {
        return DisplayUnit.NONE;
    }

    @Override
    public DisplayText words(Displayed meter, long pulses) {
        String shown = value(meter);
        String text = texts.get(Math.floorMod(meter.now(), texts.size()));
        String sentence = code + " " + shown + ", hold the right button to " + meaning;
        return new DisplayText(code, shown, "", text, sentence);
    }

    /// The relay whose plan counts: the first that follows one.
    public static Optional<LoadRelay> follower(LoadSettings load) {
        for (LoadRelay relay : LoadRelay.values()) {
            if (load.relay(relay).mode() == RelayMode.PLAN) {
                return Optional.of(relay);
            }
        }
        return Optional.empty();
    }

    private static TariffSettings tariff(Displayed meter) {
        return meter.settings().functions().tariff();
    }

    private static LoadSettings load(Displayed meter) {
        return meter.settings().functions().load();
    }
}
