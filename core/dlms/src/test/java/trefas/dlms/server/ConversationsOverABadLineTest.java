package trefas.dlms.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// Every conversation of a server once more over an HDLC line that loses, doubles and flips octets. What is said
/// and carried out is the same to the last octet.
class ConversationsOverABadLineTest {

    private static final long SEED = 20_261_128;

    @BeforeAll
    static void changeTheCarrier() {
        Dialog.carriers = served -> HdlcCarrier.overABadLine(served, SEED);
    }

    @AfterAll
    static void changeItBack() {
        Dialog.carriers = WrapperCarrier::new;
    }

    @Nested
    class Associations extends AssociationConversationTest {}

    @Nested
    class Gets extends GetConversationTest {}

    @Nested
    class Sets extends SetConversationTest {}

    @Nested
    class Actions extends ActionConversationTest {}

    @Nested
    class Accesses extends AccessConversationTest {}

    @Nested
    class Selections extends SelectionConversationTest {}

    @Nested
    class MalformedOnes extends MalformedStimuliTest {}
}
