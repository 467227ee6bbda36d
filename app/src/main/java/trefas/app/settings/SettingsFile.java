package trefas.app.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeNumber;
import trefas.device.display.DisplayItem;
import trefas.device.display.DisplayLists;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.register.EnergyFormat;
import trefas.device.settings.MeterNumbers;
import trefas.metrology.SummationMethod;
import trefas.simulation.GridControls;
import trefas.simulation.HouseConnection;
import trefas.simulation.Household;

/// The YAML file that describes a meter and its world. Everything in it may be left out; a key it does not know is
/// a mistake. `docs/configuration.md` lists the keys.
public final class SettingsFile {

    /// A file larger than this is not read.
    public static final long LENGTH_MAX = YamlFile.LENGTH_MAX;

    private static final int PORT_MAX = 65_535;
    private static final int SERIAL_NUMBER_MAX = 99_999_999;
    private static final int SEED_MAX = Integer.MAX_VALUE;

    /// What a file turned out to be.
    public sealed interface Read {
        record Settings(RunSettings settings) implements Read {}

        /// All that is wrong, each in one sentence with its line.
        record Problems(List<String> problems) implements Read {
            public Problems {
                problems = List.copyOf(problems);
            }
        }
    }

    private SettingsFile() {}

    /// Reads a file; relative paths in it are taken from its own folder.
    public static Read read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        return settings(file.toString(), YamlFile.read(file), folder);
    }

    /// Reads the text of a file.
    ///
    /// @param folder where relative paths start
    public static Read parse(String name, String text, Path folder) {
        return settings(name, YamlFile.parse(name, text), folder);
    }

    private static Read settings(String name, YamlFile.Read file, Path folder) {
        return switch (file) {
            case YamlFile.Read.Unusable(String sentence) -> new Read.Problems(List.of(sentence));
            case YamlFile.Read.Root(Optional<Node> root) -> {
                var problems = new ArrayList<String>();
                RunSettings settings = settings(YamlSection.root(name, root, problems), folder);
                yield problems.isEmpty() ? new Read.Settings(settings) : new Read.Problems(problems);
            }
        };
    }

    private static RunSettings settings(YamlSection file, Path folder) {
        RunSettings otherwise = RunSettings.DEFAULT;
        Optional<YamlSection> meter = file.section("meter");
        int serialNumber = meter.flatMap(section -> section.whole("serial", 1, SERIAL_NUMBER_MAX))
                .orElse(otherwise.serialNumber());
        MeterConfiguration configuration = meter.map(SettingsFile::meter).orElse(otherwise.meter());
        Optional<YamlSection> ports = file.section("ports");
        int dlmsPort =
                ports.flatMap(section -> section.whole("dlms", 0, PORT_MAX)).orElse(otherwise.dlmsPort());
        OptionalInt facePort = ports.flatMap(
                        section -> section.value("face", PortsSection.PORT_OR_OFF, PortsSection::portOrOff))
                .orElse(otherwise.facePort());
        OptionalInt p1Port = ports.flatMap(
                        section -> section.value("p1", PortsSection.PORT_OR_OFF, PortsSection::portOrOff))
                .orElse(otherwise.p1Port());
        FurtherPorts furtherPorts = ports.map(PortsSection::further).orElse(otherwise.furtherPorts());
        ports.ifPresent(YamlSection::refuseOthers);
        ModelChoice model = meterModel(meter);
        SwitchingSettings switching = meter.map(SwitchingSection::read).orElse(otherwise.switching());
        meter.ifPresent(YamlSection::refuseOthers);
        SecuritySettings security = file.section("security")
                .map(section -> SecuritySection.read(section, folder))
                .orElse(otherwise.security());
        PortLimits limits = file.section("limits").map(SettingsFile::limits).orElse(otherwise.limits());
        Speed speed = file.value("speed", "max or a number from 0 to 1000000", Speed::parse)
                .orElse(otherwise.speed());
        Path state = file.path("state", folder).orElse(folder.resolve(RunSettings.STATE_DIRECTORY));
        WorldSettings world = world(file, folder);
        file.refuseOthers();
        return new RunSettings(
                configuration,
                serialNumber,
                world,
                speed,
                dlmsPort,
                facePort,
                p1Port,
                furtherPorts,
                model,
                security,
                limits,
                switching,
                Optional.of(state));
    }

    private static ModelChoice meterModel(Optional<YamlSection> meter) {
        return meter.flatMap(section -> section.value("model", "own or standard", oneOf(ModelChoice.values())))
                .orElse(ModelChoice.OWN);
    }

    private static PortLimits limits(YamlSection limits) {
        PortLimits otherwise = PortLimits.DEFAULT;
        int apdu = limits.whole("apdu", PortLimits.APDU_OCTETS_MIN, PortLimits.APDU_OCTETS_MAX)
                .orElse(otherwise.apduOctetsMax());
        int connections =
                limits.whole("connections", 1, PortLimits.CONNECTIONS_MAX).orElse(otherwise.connectionsMax());
        int idle = limits.whole("idle", 1, PortLimits.IDLE_SECONDS_MAX).orElse(otherwise.idleSecondsMax());
        limits.refuseOthers();
        return new PortLimits(apdu, connections, idle);
    }

    private static MeterNumbers numbers(YamlSection numbers) {
        MeterNumbers made = MeterNumbers.AS_MADE;
        var written = new MeterNumbers(
                number(numbers, "meter-number-1").orElse(made.meterNumber1()),
                number(numbers, "meter-number-2").orElse(made.meterNumber2()),
                number(numbers, "meter-number-3").orElse(made.meterNumber3()),
                text(numbers, "meter-number-low").orElse(made.meterNumberLow()),
                number(numbers, "special-data-1").orElse(made.specialData1()),
                number(numbers, "special-data-2").orElse(made.specialData2()),
                text(numbers, "module-id").orElse(made.moduleId()));
        numbers.refuseOthers();
        return written;
    }

    private static Optional<Long> number(YamlSection numbers, String key) {
        return numbers.value(
                key,
                "a whole number from 0 to " + MeterNumbers.NUMBER_MAX,
                text -> text.matches("\\d{1,10}") && MeterNumbers.isNumber(Long.parseLong(text))
                        ? Optional.of(Long.parseLong(text))
                        : Optional.empty());
    }

    private static Optional<String> text(YamlSection numbers, String key) {
        return numbers.value(
                key,
                "at most " + MeterNumbers.TEXT_OCTETS_MAX + " Latin-1 characters",
                text -> MeterNumbers.isText(text) ? Optional.of(text) : Optional.empty());
    }

    private static MeterConfiguration meter(YamlSection meter) {
        MeterConfiguration otherwise = MeterConfiguration.DEFAULT;
        TypeNumber type = meter.value("type", "68 and 16 more letters and digits", TypeNumber::parse)
                .orElse(otherwise.typeNumber());
        EnergyFormat format = meter.value("decimals", "7.0, 6.1, 7.2 or 6.3", EnergyFormat::parse)
                .orElse(otherwise.energyFormat());
        SummationMethod summation = meter.value(
                        "summation", "individual, vector or total", oneOf(SummationMethod.values()))
                .orElse(otherwise.summation());
        Optional<YamlSection> profile = meter.section("profile");
        CapturePeriod period = profile.flatMap(
                        section -> section.value("period", "5min, 15min, 30min or 60min", SettingsFile::period))
                .orElse(otherwise.capturePeriod());
        LoadProfileContent content = profile.flatMap(
                        section -> section.value("content", "one of " + contents(), SettingsFile::content))
                .orElse(otherwise.loadProfileContent());
        profile.ifPresent(YamlSection::refuseOthers);
        Optional<YamlSection> time = meter.section("time");
        int zone = time.flatMap(section -> section.whole("zone", MeterClock.ZONE_HOURS_MIN, MeterClock.ZONE_HOURS_MAX))
                .orElse(otherwise.clock().zoneHours());
        boolean summerTime = time.flatMap(section ->
                        section.value("daylight-saving", "eu or none", text -> switch (text) {
                            case "eu" -> Optional.of(true);
                            case "none" -> Optional.of(false);
                            default -> Optional.<Boolean>empty();
                        }))
                .orElse(otherwise.clock().daylightSaving());
        time.ifPresent(YamlSection::refuseOthers);
        DisplayLists lists = meter.section("display").map(SettingsFile::display).orElse(otherwise.displayLists());
        MeterNumbers numbers =
                meter.section("numbers").map(SettingsFile::numbers).orElse(MeterNumbers.AS_MADE);
        return new MeterConfiguration(type, format, summation, content, period, new MeterClock(zone, summerTime), lists)
                .withNumbers(numbers);
    }

    private static DisplayLists display(YamlSection display) {
        String expected = "readings such as 1.8.0, 32.7.0 or display-test";
        List<DisplayItem> auto =
                display.list("auto", expected, DisplayItem::parse).orElse(DisplayLists.DEFAULT.auto());
        List<DisplayItem> manual =
                display.list("manual", expected, DisplayItem::parse).orElse(DisplayLists.DEFAULT.manual());
        display.refuseOthers();
        DisplayLists.check(auto, DisplayLists.DEFAULT.manual()).forEach(problem -> display.problem("auto", problem));
        DisplayLists.check(DisplayLists.DEFAULT.auto(), manual).forEach(problem -> display.problem("manual", problem));
        return DisplayLists.check(auto, manual).isEmpty() ? new DisplayLists(auto, manual) : DisplayLists.DEFAULT;
    }

    private static WorldSettings world(YamlSection file, Path folder) {
        Optional<YamlSection> input = file.section("input");
        Optional<YamlSection> house = file.section("house");
        if (input.isPresent() && house.isPresent()) {
            file.problem("house", "the meter is connected to a house or to an input, not to both");
        }
        if (input.isPresent()) {
            YamlSection section = input.get();
            if (!section.has("file")) {
                file.problem("input", "input.file is missing");
            }
            Path recording = section.path("file", folder).orElse(folder);
            HouseConnection connection = section.value("phase", "L1, L2, L3 or all", SettingsFile::connection)
                    .orElse(HouseConnection.L1);
            section.refuseOthers();
            return new WorldSettings.Recording(recording, connection);
        }
        return house.map(SettingsFile::house).orElse(RunSettings.DEFAULT.world());
    }

    private static WorldSettings house(YamlSection house) {
        Household otherwise = RunSettings.HOUSEHOLD;
        long seed = house.whole("seed", 0, SEED_MAX).orElse(1);
        int people = house.whole("people", 1, Household.PEOPLE_MAX).orElse(otherwise.people());
        int solar = house.value(
                        "solar", "a power such as 6kW or 800W", text -> Power.parse(text, GridControls.WATTS_MAX))
                .orElse(otherwise.solarWattsPeak());
        int heatPump = house.value(
                        "heat-pump",
                        "a power up to 12kW, such as 2.5kW",
                        text -> Power.parse(text, Household.HEAT_PUMP_WATTS_MAX))
                .orElse(otherwise.heatPumpWatts());
        List<DayOfWeek> carDays =
                house.list("car", "days such as Tue", SettingsFile::day).orElse(List.copyOf(otherwise.carDays()));
        house.refuseOthers();
        return new WorldSettings.House(
                seed, new Household(people, solar, new HashSet<>(carDays), heatPump, otherwise.place()));
    }

    private static Optional<CapturePeriod> period(String text) {
        return text.matches("\\d{1,2}min")
                ? CapturePeriod.ofMinutes(Integer.parseInt(text.substring(0, text.length() - "min".length())))
                : Optional.empty();
    }

    private static String contents() {
        var titles = new ArrayList<String>();
        for (LoadProfileContent content : LoadProfileContent.values()) {
            titles.add("\"" + content.title() + "\"");
        }
        return String.join(", ", titles);
    }

    private static Optional<LoadProfileContent> content(String text) {
        for (LoadProfileContent content : LoadProfileContent.values()) {
            if (content.title().equals(text)) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /// L1, L2, L3 or all.
    public static Optional<HouseConnection> connection(String text) {
        return text.equalsIgnoreCase("all")
                ? Optional.of(HouseConnection.ALL_PHASES)
                : oneOf(new HouseConnection[] {HouseConnection.L1, HouseConnection.L2, HouseConnection.L3})
                        .apply(text);
    }

    static Optional<DayOfWeek> day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(text.toUpperCase(Locale.ROOT)) && text.length() >= 3) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    static <E extends Enum<E>> Function<String, Optional<E>> oneOf(E[] values) {
        return text -> {
            for (E value : values) {
                if (value.name().equalsIgnoreCase(text)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        };
    }
}
