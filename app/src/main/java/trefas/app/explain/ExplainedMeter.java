package trefas.app.explain;

import java.util.Optional;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.MeterIdentity;

/// What is told about a meter: its numbers with the type number in them, and what it is called if that was asked.
public record ExplainedMeter(ConfigurationNumbers numbers, Optional<MeterIdentity> identity) {}
