package trefas.dlms.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// Every conversation of a server once more over HDLC: a window of 1, 128 octets in a frame, so long APDUs come in
/// segments both ways.
class ConversationsOverHdlcTest {

    @BeforeAll
    static void changeTheCarrier() {
        Dialog.carriers = HdlcCarrier::overAGoodLine;
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
