package trefas.objects.standard;

import java.util.OptionalLong;

/// Reads what a charge is for, off the meter it belongs to.
public interface Commodities {

    /// The reading in its register's steps; empty when there is no such number.
    OptionalLong reading(Charge.Commodity commodity);

    /// Power of ten of those steps.
    int scaler(Charge.Commodity commodity);
}
