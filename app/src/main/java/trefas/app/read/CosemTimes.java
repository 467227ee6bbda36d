package trefas.app.read;

import trefas.cosem.CosemDateTime;

/// Times a client asks with.
public final class CosemTimes {

    /// Nothing is specified: the beginning of time as a first bound, its end as a last one.
    public static final CosemDateTime OPEN = new CosemDateTime(
            CosemDateTime.YEAR_NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.DEVIATION_NOT_SPECIFIED,
            CosemDateTime.STATUS_NOT_SPECIFIED);

    private CosemTimes() {}
}
