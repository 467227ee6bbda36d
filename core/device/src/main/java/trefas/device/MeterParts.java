package trefas.device;

import java.nio.ByteBuffer;
import java.util.Optional;
import trefas.device.analysis.AnalysisLog;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingLog;
import trefas.device.debiting.SecondDebitingLog;
import trefas.device.demand.MeterRegisters;
import trefas.device.display.DisplayedParts;
import trefas.device.load.LoadControl;
import trefas.device.load.RelayMode;
import trefas.device.log.CutOffLog;
import trefas.device.log.LoadProfile;
import trefas.device.log.LoadProfileEventLog;
import trefas.device.log.UploadAuditLog;
import trefas.device.module.ModulePorts;
import trefas.device.module.PortSetup;
import trefas.device.quality.OccurrenceLog;
import trefas.device.quality.SupplyWatch;
import trefas.device.quality.VoltageQualityLog;
import trefas.device.register.RegisterBank;
import trefas.device.register.Verification;
import trefas.device.rtc.RealTimeClock;
import trefas.device.settings.FunctionSettings;
import trefas.device.settings.MeterSettings;
import trefas.device.status.EventStatus;
import trefas.device.status.MeterStatus;
import trefas.device.tariff.TariffControl;

/// The parts a meter is put together from. Each keeps its own state and writes it down itself; what happens in a
/// second, and in which order, is the [Meter]'s. Whoever reads a part does so between two seconds and changes nothing.
public final class MeterParts implements DisplayedParts {

    private final MeterRegisters registers;
    private final RealTimeClock clock;
    private final TariffControl tariffs;
    private final MeterStatus status;
    private final EventStatus events;
    private final LoadProfile loadProfile;
    private final LoadProfileEventLog profileEvents = new LoadProfileEventLog();
    private final DebitingLog debiting;
    private final SecondDebitingLog secondDebiting;
    private final AnalysisLog analysis;
    private final SupplyWatch supply;
    private final VoltageQualityLog voltageQuality;
    private final OccurrenceLog occurrences;
    private final int serialNumber;

    /// Once software was uploaded: most meters run all their life on what they were made with.
    private Optional<UploadAuditLog> uploads = Optional.empty();

    /// Once the breaker has moved.
    private Optional<CutOffLog> cutOff = Optional.empty();

    /// Module and relays, once something is connected: most meters never have them.
    private Optional<ModuleFunctions> module = Optional.empty();

    private FunctionSettings functions;

    private record ModuleFunctions(ModulePorts ports, LoadControl load) {}

    MeterParts(MeterConfiguration configuration, MeterSettings settings, int serialNumber) {
        this.serialNumber = serialNumber;
        functions = settings.functions();
        int zone = settings.clock().zoneHours();
        registers =
                new MeterRegisters(configuration.energyFormat(), configuration.measured(), functions.demand(), zone);
        clock = new RealTimeClock(functions.clock());
        clock.startAt(settings.clockOffsetSeconds());
        tariffs = new TariffControl(functions.tariff());
        status = new MeterStatus(functions.tamperHand());
        events = new EventStatus(functions.alarms(), configuration.typeNumber().hasLastGasp());
        loadProfile = new LoadProfile(configuration.loadProfileContent(), settings.capturePeriod());
        debiting = new DebitingLog(functions.debiting(), zone);
        secondDebiting = new SecondDebitingLog(functions.debiting(), zone);
        analysis = new AnalysisLog(functions.analysis());
        supply = new SupplyWatch(functions.supply());
        voltageQuality = new VoltageQualityLog(functions.supply().voltageQuality());
        occurrences = new OccurrenceLog(functions.supply());
        if (isModuleOrdered()) {
            module = Optional.of(freshModule());
        }
    }

    /// A module with ports in use, or a relay that follows something, is there from the beginning.
    private boolean isModuleOrdered() {
        return functions.module().ports() != PortSetup.UNUSED
                || functions.load().relay1().mode() != RelayMode.DISABLED
                || functions.load().relay2().mode() != RelayMode.DISABLED;
    }

    /// From now on there is a module, for whatever somebody does to it.
    void connectModule() {
        if (module.isEmpty()) {
            ModuleFunctions fresh = freshModule();
            fresh.load().stand();
            module = Optional.of(fresh);
        }
    }

    private ModuleFunctions freshModule() {
        return new ModuleFunctions(
                new ModulePorts(functions.module()), new LoadControl(functions.load(), serialNumber));
    }

    /// Whether module and relays do anything.
    @Override
    public boolean hasModule() {
        return module.isPresent();
    }

    /// Takes over what was set; what does not change goes on as it was.
    void set(FunctionSettings before, FunctionSettings after, int zoneHours) {
        functions = after;
        if (isModuleOrdered()) {
            connectModule();
        }
        if (!after.clock().equals(before.clock())) {
            clock.settings(after.clock());
        }
        if (!after.demand().equals(before.demand())) {
            registers.demand().change(after.demand());
        }
        if (!after.tariff().equals(before.tariff())) {
            tariffs.change(after.tariff());
        }
        if (!after.module().equals(before.module())) {
            module.ifPresent(there -> there.ports().change(after.module()));
        }
        if (!after.load().equals(before.load())) {
            module.ifPresent(there -> there.load().change(after.load()));
        }
        if (!after.alarms().equals(before.alarms())) {
            events.settings(after.alarms());
        }
        if (after.tamperHand() != before.tamperHand()) {
            status.hand(after.tamperHand());
        }
        if (!after.supply().equals(before.supply())) {
            supply.settings(after.supply());
            voltageQuality.settings(after.supply().voltageQuality());
            occurrences.settings(after.supply());
        }
        setLoggers(before, after, zoneHours);
    }

    private void setLoggers(FunctionSettings before, FunctionSettings after, int zoneHours) {
        if (after.debiting().interval() != before.debiting().interval()
                || after.debiting().day() != before.debiting().day()) {
            debiting.change(after.debiting(), zoneHours);
        }
        if (after.debiting().secondInterval() != before.debiting().secondInterval()) {
            secondDebiting.changeInterval(after.debiting(), zoneHours);
        }
        if (!after.analysis().equals(before.analysis())) {
            analysis.change(after.analysis());
        }
    }

    /// Something befell the running period of every logger of values.
    void mark(int quality) {
        loadProfile.mark(quality);
        debiting.mark(quality);
        secondDebiting.mark(quality);
        analysis.mark(quality);
    }

    /// Octets of all sections of [MeterRecord], their heads not counted.
    int recordLength(Section section) {
        return switch (section) {
            case REGISTERS -> RegisterBank.recordLength();
            case LOAD_PROFILE -> LoadProfile.recordLength();
            case COUNTERS -> registers.recordLength();
            case CLOCK -> RealTimeClock.recordLength();
            case TARIFFS -> TariffControl.recordLength();
            case PORTS -> ModulePorts.recordLength();
            case LOAD -> LoadControl.recordLength();
            case STATUS -> MeterStatus.recordLength();
            case EVENTS -> EventStatus.recordLength();
            case PROFILE_EVENTS -> LoadProfileEventLog.recordLength();
            case DEBITING -> DebitingLog.recordLength();
            case SECOND_DEBITING -> SecondDebitingLog.recordLength();
            case ANALYSIS -> analysis.recordLength();
            case SUPPLY -> supply.recordLength();
            case VOLTAGE_QUALITY -> voltageQuality.recordLength();
            case OCCURRENCES -> occurrences.recordLength();
            case VERIFICATION -> Verification.recordLength();
            case UPLOADS -> UploadAuditLog.recordLength();
            case CUT_OFF -> CutOffLog.recordLength();
        };
    }

    void write(Section section, ByteBuffer into) {
        switch (section) {
            case REGISTERS -> registers.energies().write(into);
            case LOAD_PROFILE -> loadProfile.write(into);
            case COUNTERS -> registers.write(into);
            case CLOCK -> clock.write(into);
            case TARIFFS -> tariffs.write(into);
            case PORTS -> ports().write(into);
            case LOAD -> load().write(into);
            case STATUS -> status.write(into);
            case EVENTS -> events.write(into);
            case PROFILE_EVENTS -> profileEvents.write(into);
            case DEBITING -> debiting.write(into);
            case SECOND_DEBITING -> secondDebiting.write(into);
            case ANALYSIS -> analysis.write(into);
            case SUPPLY -> supply.write(into);
            case VOLTAGE_QUALITY -> voltageQuality.write(into);
            case OCCURRENCES -> occurrences.write(into);
            case VERIFICATION -> registers.verification().write(into);
            case UPLOADS -> uploads().write(into);
            case CUT_OFF -> cutOff().write(into);
        }
    }

    /// Whether a section has anything that a meter as it was made has not.
    boolean has(Section section) {
        return switch (section) {
            case PORTS, LOAD -> hasModule();
            case VERIFICATION -> registers.isVerified();
            case UPLOADS -> uploads.isPresent();
            case CUT_OFF -> cutOff.isPresent();
            case REGISTERS,
                    LOAD_PROFILE,
                    COUNTERS,
                    CLOCK,
                    TARIFFS,
                    STATUS,
                    EVENTS,
                    PROFILE_EVENTS,
                    DEBITING,
                    SECOND_DEBITING,
                    ANALYSIS,
                    SUPPLY,
                    VOLTAGE_QUALITY,
                    OCCURRENCES -> true;
        };
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether these octets make sense
    boolean read(Section section, ByteBuffer from) {
        return switch (section) {
            case REGISTERS -> registers.energies().read(from);
            case LOAD_PROFILE -> loadProfile.read(from);
            case COUNTERS -> registers.read(from);
            case CLOCK -> clock.read(from);
            case TARIFFS -> tariffs.read(from);
            case PORTS -> connected().ports().read(from);
            case LOAD -> connected().load().read(from);
            case STATUS -> status.read(from);
            case EVENTS -> events.read(from);
            case PROFILE_EVENTS -> profileEvents.read(from);
            case DEBITING -> debiting.read(from);
            case SECOND_DEBITING -> secondDebiting.read(from);
            case ANALYSIS -> analysis.read(from);
            case SUPPLY -> supply.read(from);
            case VOLTAGE_QUALITY -> voltageQuality.read(from);
            case OCCURRENCES -> occurrences.read(from);
            case VERIFICATION -> registers.readVerification(from);
            case UPLOADS -> uploaded().read(from);
            case CUT_OFF -> coupled().read(from);
        };
    }

    /// Everything that is counted.
    @Override
    public MeterRegisters registers() {
        return registers;
    }

    public RealTimeClock clock() {
        return clock;
    }

    /// Which tariff counts, and why.
    @Override
    public TariffControl tariffs() {
        return tariffs;
    }

    /// Ports of the module; as they are made when there is none, and then only to be read.
    @Override
    public ModulePorts ports() {
        return module.map(ModuleFunctions::ports).orElseGet(() -> freshModule().ports());
    }

    /// The load relays; as they are made when there is no module, and then only to be read.
    public LoadControl load() {
        return module.map(ModuleFunctions::load).orElseGet(() -> freshModule().load());
    }

    private ModuleFunctions connected() {
        connectModule();
        return module.orElseThrow();
    }

    @Override
    public MeterStatus status() {
        return status;
    }

    public EventStatus events() {
        return events;
    }

    @Override
    public LoadProfile loadProfile() {
        return loadProfile;
    }

    public LoadProfileEventLog profileEvents() {
        return profileEvents;
    }

    /// Debiting logger 1.
    @Override
    public DebitingLog debiting() {
        return debiting;
    }

    /// Debiting logger 2.
    public SecondDebitingLog secondDebiting() {
        return secondDebiting;
    }

    public AnalysisLog analysis() {
        return analysis;
    }

    /// What is wrong with the supply, and the neutral fault logger.
    public SupplyWatch supply() {
        return supply;
    }

    public VoltageQualityLog voltageQuality() {
        return voltageQuality;
    }

    /// The occurrence counters and their logger.
    public OccurrenceLog occurrences() {
        return occurrences;
    }

    /// Uploads of software; empty as long as there was none, and then only to be read.
    public UploadAuditLog uploads() {
        return uploads.orElseGet(UploadAuditLog::new);
    }

    /// The same, to be added to.
    UploadAuditLog uploaded() {
        UploadAuditLog kept = uploads();
        uploads = Optional.of(kept);
        return kept;
    }

    /// What the breaker did; empty as long as that is nothing, and then only to be read.
    public CutOffLog cutOff() {
        return cutOff.orElseGet(CutOffLog::new);
    }

    /// The same, to be added to.
    CutOffLog coupled() {
        CutOffLog kept = cutOff();
        cutOff = Optional.of(kept);
        return kept;
    }
}
