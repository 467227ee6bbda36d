package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import trefas.device.memory.PermanentMemory;

class RocksProfileTest extends ProfileMemoryContract {

    @TempDir
    Path parent;

    @Override
    PermanentMemory open() throws IOException {
        return RocksMemory.open(parent.resolve("state"), Durability.GROUP);
    }

    @Override
    PermanentMemory reopen(PermanentMemory last) throws IOException {
        last.close();
        return open();
    }
}
