package trefas.objects.standard;

import java.util.OptionalLong;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;

/// Points of time that clients write and read.
final class Moments {

    private Moments() {}

    /// Seconds since 1970; empty when the fields do not name one point.
    static OptionalLong point(Instance self, CosemData data) {
        return Values.time(data)
                .filter(CosemDateTime::isOnePoint)
                .map(time -> OptionalLong.of(self.clock().point(time)))
                .orElse(OptionalLong.empty());
    }

    /// The moment as it is sent; all fields not specified for none.
    static CosemData data(Instance self, OptionalLong epochSecond) {
        return epochSecond.isPresent() ? Values.stamp(self.clock().stamp(epochSecond.getAsLong(), 0)) : Values.NO_TIME;
    }
}
