package trefas.app.settings;

import trefas.objects.Association;

/// The clients that keys and passwords are configured for. The name is the key in the file.
public enum ClientRole {
    MANAGEMENT("management", Association.MANAGEMENT),
    PRIMARY_MODULE("primary-module", Association.PRIMARY_MODULE),
    OPTICAL("optical", Association.OPTICAL),
    CONSUMER_MODULE("consumer-module", Association.CONSUMER_MODULE);

    private final String key;
    private final Association association;

    ClientRole(String key, Association association) {
        this.key = key;
        this.association = association;
    }

    public String key() {
        return key;
    }

    public Association association() {
        return association;
    }

    /// True for those that say a password as long as the local encryption is off.
    public boolean hasPassword() {
        return association.security() == Association.Security.LOW_LEVEL;
    }
}
