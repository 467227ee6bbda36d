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
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.configuration.ConfigurationNumber;
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
        Optional<ConfigurationSection> ordered = meter.map(ConfigurationSection::read);
        MeterSection configured = meter.flatMap(section -> ordered.map(numbers -> MeterSection.read(section, numbers)))
                .orElse(new MeterSection(otherwise.meter(), otherwise.numbers()));
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
        if (model == ModelChoice.STANDARD && configured.meter().clock().plan() instanceof DaylightSavingPlan.Dates) {
            meter.ifPresent(section -> section.problem(
                    "time",
                    "meter.time.daylight-saving has dates, but the clock of the standard model knows one begin and end"
                            + " for every year; write eu or none"));
        }
        meter.ifPresent(YamlSection::refuseOthers);
        Optional<YamlSection> securitySection = file.section("security");
        SecuritySettings security = securitySection
                .map(section -> SecuritySection.read(section, folder))
                .orElse(otherwise.security());
        boolean isEncryptionOrdered =
                ordered.map(numbers -> numbers.has(ConfigurationNumber.Z28)).orElse(false);
        if (isEncryptionOrdered) {
            security = encryption(security, securitySection, ordered.orElseThrow());
        }
        PortLimits limits = file.section("limits").map(SettingsFile::limits).orElse(otherwise.limits());
        Speed speed = file.value("speed", "max or a number from 0 to 1000000", Speed::parse)
                .orElse(otherwise.speed());
        Path state = file.path("state", folder).orElse(folder.resolve(RunSettings.STATE_DIRECTORY));
        WorldSettings world = world(file, folder);
        file.refuseOthers();
        return new RunSettings(
                configured.meter(),
                configured.numbers().withLocalInterfaceEncryption(security.isEncrypted()),
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

    /// Z28 and `security.encryption` say the same; ciphering needs keys, whoever asks for it.
    private static SecuritySettings encryption(
            SecuritySettings security, Optional<YamlSection> section, ConfigurationSection ordered) {
        boolean isEncrypted = ordered.says(ConfigurationNumber.Z28, 1);
        boolean isSaidTwice = section.map(keys -> keys.has("encryption")).orElse(false);
        if (isSaidTwice && security.isEncrypted() != isEncrypted) {
            ordered.problem(
                    ConfigurationNumber.Z28.name(),
                    "security.encryption and Z28 don't say the same; leave one of them out");
        } else if (isEncrypted && !section.map(keys -> keys.has("keys")).orElse(false)) {
            ordered.problem(ConfigurationNumber.Z28.name(), "Z28 is 1, but there are no security.keys");
        }
        return security.withEncryption(isEncrypted);
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
