package trefas.objects.standard;

/// How a profile orders its entries (class 7, sort_method). The number is the wire value.
enum SortMethod {
    /// Entry 1 is the oldest.
    FIFO(1),
    /// Entry 1 is the newest.
    LIFO(2),
    LARGEST(3),
    SMALLEST(4),
    NEAREST_TO_ZERO(5),
    FARTHEST_FROM_ZERO(6);

    private final int code;

    SortMethod(int code) {
        this.code = code;
    }

    /// The method of a number; one that has no method sorts by time.
    static SortMethod of(long code) {
        for (SortMethod method : values()) {
            if (method.code == code) {
                return method;
            }
        }
        return FIFO;
    }

    int code() {
        return code;
    }

    boolean isByTime() {
        return this == FIFO || this == LIFO;
    }

    /// True when a value stands before another.
    boolean isBetter(long value, long other) {
        return switch (this) {
            case FIFO, LIFO -> false;
            case LARGEST -> value > other;
            case SMALLEST -> value < other;
            case NEAREST_TO_ZERO -> Math.abs(value) < Math.abs(other);
            case FARTHEST_FROM_ZERO -> Math.abs(value) > Math.abs(other);
        };
    }
}
