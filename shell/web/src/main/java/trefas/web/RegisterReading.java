package trefas.web;

import trefas.quantity.Obis;

/// One register at one moment.
///
/// @param value counts steps of 10^scaler units
/// @param scaler power of ten from the value to the unit
/// @param unit such as `Wh`
public record RegisterReading(Obis obis, String title, long value, int scaler, String unit) {}
