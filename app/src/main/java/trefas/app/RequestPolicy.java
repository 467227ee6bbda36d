package trefas.app;

import trefas.cosem.Protection;

/// What a request carries.
enum RequestPolicy {
    NONE(new Protection(false, false, false)),
    AUTHENTICATED(new Protection(true, false, false)),
    ENCRYPTED(new Protection(false, true, false)),
    BOTH(new Protection(true, true, false));

    private final Protection protection;

    RequestPolicy(Protection protection) {
        this.protection = protection;
    }

    Protection protection() {
        return protection;
    }
}
