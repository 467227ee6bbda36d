package trefas.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a foreign client comes to our meter: whose client it is, as whom it associates and what carries the APDUs.
record ForeignCall(House house, Caller caller, Carrier carrier) {

    /// The keys of the management client stand once in the meter's file; each house has a system title of its own.
    private static final String ENCRYPTION_KEY = "000102030405060708090A0B0C0D0E0F";

    private static final String AUTHENTICATION_KEY = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";

    /// Whose client.
    enum House {
        GURUX("4755520000000001"),
        JDLMS("4F4D5500000003E9");

        private final PeerKeys keys;

        House(String clientTitle) {
            this.keys = new PeerKeys(clientTitle, ENCRYPTION_KEY, AUTHENTICATION_KEY);
        }

        PeerKeys keys() {
            return keys;
        }

        /// As that caller over the wrapper.
        ForeignCall as(Caller caller) {
            return new ForeignCall(this, caller, Carrier.WRAPPER);
        }
    }

    /// As whom.
    enum Caller {
        /// Without any proof.
        PUBLIC(PeerMeter.PUBLIC_CLIENT, PeerMeter.MANAGEMENT_DEVICE),
        /// With a password; the own model has it.
        MODULE(PeerMeter.READING_CLIENT, PeerMeter.METER_DEVICE),
        /// With HLS-5; every request is authenticated and encrypted.
        MANAGEMENT(PeerMeter.MANAGEMENT_CLIENT, PeerMeter.MANAGEMENT_DEVICE);

        private final int client;
        private final int device;

        Caller(int client, int device) {
            this.client = client;
            this.device = device;
        }

        int client() {
            return client;
        }

        int device() {
            return device;
        }
    }

    /// What carries the APDUs.
    enum Carrier {
        WRAPPER,
        HDLC
    }

    /// Both houses over both carriers, as each of these callers.
    static Stream<ForeignCall> as(Caller... callers) {
        return Arrays.stream(House.values())
                .flatMap(house -> Arrays.stream(callers)
                        .flatMap(caller -> Arrays.stream(Carrier.values())
                                .map(carrier -> new ForeignCall(house, caller, carrier))));
    }

    ForeignCall over(Carrier other) {
        return new ForeignCall(house, caller, other);
    }

    /// Associates.
    ForeignClient open(PeerMeter meter) throws Exception {
        return switch (caller) {
            case PUBLIC -> open(meter, Optional.empty());
            case MODULE -> open(meter, Optional.of(PeerMeter.PASSWORD));
            case MANAGEMENT -> ciphered(meter);
        };
    }

    /// Associates in clear, with this password or without one.
    ForeignClient open(PeerMeter meter, Optional<String> password) throws Exception {
        return switch (house) {
            case GURUX ->
                new GuruxClient(GuruxLine.open(meter.port(), carrier, caller.client(), caller.device(), password));
            case JDLMS ->
                new JdlmsClient(JdlmsLine.open(meter.port(), carrier, caller.client(), caller.device(), password));
        };
    }

    private ForeignClient ciphered(PeerMeter meter) throws Exception {
        return switch (house) {
            case GURUX ->
                new GuruxClient(
                        GuruxLine.ciphered(meter.port(), carrier, caller.client(), caller.device(), house.keys()));
            case JDLMS ->
                new JdlmsClient(
                        JdlmsLine.ciphered(meter.port(), carrier, caller.client(), caller.device(), house.keys()));
        };
    }

    @Override
    public String toString() {
        return "%s as %s over %s".formatted(house, caller, carrier).toLowerCase(Locale.ROOT);
    }
}
