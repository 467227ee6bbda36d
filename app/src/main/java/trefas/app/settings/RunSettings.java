package trefas.app.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.DescribedCode;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.settings.FunctionSettings;
import trefas.simulation.Household;
import trefas.simulation.Place;

/// Everything one process runs on: what the YAML file and the command line together say.
///
/// @param meter how the meter is set up
/// @param numbers what was ordered for it in configuration numbers, Z1 to Z30
/// @param serialNumber 8 digits at most
/// @param world what it is connected to
/// @param speed how fast time goes
/// @param dlmsPort TCP port of DLMS; 0 takes a free one
/// @param facePort TCP port of the page; 0 takes a free one, empty opens none
/// @param p1Port TCP port of the P1 telegrams; 0 takes a free one, empty opens none
/// @param furtherPorts where it speaks DLMS besides
/// @param model which objects the meter shows
/// @param security how its clients prove themselves
/// @param limits what its DLMS port allows
/// @param stateDirectory where the meter keeps its memory; empty keeps nothing
public record RunSettings(
        MeterConfiguration meter,
        ConfigurationNumbers numbers,
        int serialNumber,
        WorldSettings world,
        Speed speed,
        int dlmsPort,
        OptionalInt facePort,
        OptionalInt p1Port,
        FurtherPorts furtherPorts,
        ModelChoice model,
        SecuritySettings security,
        PortLimits limits,
        Optional<Path> stateDirectory) {

    public static final int SERIAL_NUMBER = 21_830_417;
    public static final int DLMS_PORT = 4_059;
    public static final int FACE_PORT = 8_059;
    public static final int P1_PORT = 4_063;

    /// The default secret of the papers (dossier 19).
    public static final String PASSWORD = SecuritySettings.PASSWORD;

    /// Where `trefas run` keeps its state unless told otherwise.
    public static final Path STATE_DIRECTORY = Path.of("trefas-state");

    private static final int SOLAR_WATTS_PEAK = 6_000;
    private static final int HEAT_PUMP_WATTS = 2_500;
    private static final int PEOPLE = 3;

    /// Three people, 6 kWp of sun, a car on Tuesdays and Thursdays, a heat pump.
    public static final Household HOUSEHOLD = new Household(
            PEOPLE, SOLAR_WATTS_PEAK, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), HEAT_PUMP_WATTS, Place.COPENHAGEN);

    /// What runs without a file and without options.
    public static final RunSettings DEFAULT = new RunSettings(
            MeterConfiguration.DEFAULT,
            ConfigurationNumbers.made(MeterConfiguration.DEFAULT.typeNumber()),
            SERIAL_NUMBER,
            new WorldSettings.House(1, HOUSEHOLD),
            Speed.REAL_TIME,
            DLMS_PORT,
            OptionalInt.of(FACE_PORT),
            OptionalInt.of(P1_PORT),
            FurtherPorts.NONE,
            ModelChoice.OWN,
            SecuritySettings.DEFAULT,
            PortLimits.DEFAULT,
            Optional.of(STATE_DIRECTORY));

    /// Numbers the simulated meter follows. The others are judged, described and kept for the parts that will.
    private static final Set<ConfigurationNumber> ACTING = EnumSet.of(
            ConfigurationNumber.Z1,
            ConfigurationNumber.Z2,
            ConfigurationNumber.Z3,
            ConfigurationNumber.Z4,
            ConfigurationNumber.Z5,
            ConfigurationNumber.Z6,
            ConfigurationNumber.Z7,
            ConfigurationNumber.Z8,
            ConfigurationNumber.Z10,
            ConfigurationNumber.Z11,
            ConfigurationNumber.Z12,
            ConfigurationNumber.Z13,
            ConfigurationNumber.Z14,
            ConfigurationNumber.Z15,
            ConfigurationNumber.Z17,
            ConfigurationNumber.Z20,
            ConfigurationNumber.Z25,
            ConfigurationNumber.Z27,
            ConfigurationNumber.Z28,
            ConfigurationNumber.Z29,
            ConfigurationNumber.Z30);

    /// What was ordered otherwise than a meter is made and has no effect yet, because the part that would follow
    /// it doesn't listen to it.
    public List<DescribedCode> notActing() {
        ConfigurationNumbers made = ConfigurationNumbers.made(numbers.typeNumber());
        return numbers.describe().stream()
                .filter(code -> {
                    ConfigurationNumber number = ConfigurationNumber.valueOf(code.place());
                    return !acts(number) && numbers.code(number) != made.code(number);
                })
                .toList();
    }

    /// The standard model has no load profile of differences.
    private boolean acts(ConfigurationNumber number) {
        return ACTING.contains(number) && !(number == ConfigurationNumber.Z27 && model == ModelChoice.STANDARD);
    }

    /// What has no effect as long as nothing else is set, in sentences without their ends.
    public List<String> idle() {
        return IdleSettings.sentences(numbers, functions());
    }

    /// How the functions of the meter are set up as it is made.
    public FunctionSettings functions() {
        return meter.settings().functions();
    }

    /// What the primary module says, by which the meter reads itself.
    public String password() {
        return security.password(ClientRole.PRIMARY_MODULE);
    }

    public RunSettings withMeter(MeterConfiguration other) {
        return with(draft -> draft.meter = other);
    }

    public RunSettings withWorld(WorldSettings other) {
        return with(draft -> draft.world = other);
    }

    public RunSettings withSpeed(Speed other) {
        return with(draft -> draft.speed = other);
    }

    public RunSettings withDlmsPort(int other) {
        return with(draft -> draft.dlmsPort = other);
    }

    public RunSettings withFacePort(OptionalInt other) {
        return with(draft -> draft.facePort = other);
    }

    public RunSettings withP1Port(OptionalInt other) {
        return with(draft -> draft.p1Port = other);
    }

    public RunSettings withFurtherPorts(FurtherPorts other) {
        return with(draft -> draft.furtherPorts = other);
    }

    public RunSettings withModel(ModelChoice other) {
        return with(draft -> draft.model = other);
    }

    public RunSettings withSecurity(SecuritySettings other) {
        return with(draft -> draft.security = other);
    }

    public RunSettings withStateDirectory(Optional<Path> other) {
        return with(draft -> draft.stateDirectory = other);
    }

    private RunSettings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /// Settings with what options on the command line may change.
    private static final class Draft {

        private final RunSettings of;
        private MeterConfiguration meter;
        private WorldSettings world;
        private Speed speed;
        private int dlmsPort;
        private OptionalInt facePort;
        private OptionalInt p1Port;
        private FurtherPorts furtherPorts;
        private ModelChoice model;
        private SecuritySettings security;
        private Optional<Path> stateDirectory;

        Draft(RunSettings of) {
            this.of = of;
            meter = of.meter;
            world = of.world;
            speed = of.speed;
            dlmsPort = of.dlmsPort;
            facePort = of.facePort;
            p1Port = of.p1Port;
            furtherPorts = of.furtherPorts;
            model = of.model;
            security = of.security;
            stateDirectory = of.stateDirectory;
        }

        RunSettings settings() {
            return new RunSettings(
                    meter,
                    of.numbers,
                    of.serialNumber,
                    world,
                    speed,
                    dlmsPort,
                    facePort,
                    p1Port,
                    furtherPorts,
                    model,
                    security,
                    of.limits,
                    stateDirectory);
        }
    }
}
