package trefas.storage;

import trefas.device.memory.PermanentMemory;

class VolatileMemoryTest extends PermanentMemoryContract {

    @Override
    PermanentMemory open() {
        return new VolatileMemory();
    }

    @Override
    PermanentMemory reopen(PermanentMemory same) {
        return same;
    }
}
