package trefas.storage;

import trefas.device.memory.PermanentMemory;

class VolatileProfileTest extends ProfileMemoryContract {

    @Override
    PermanentMemory open() {
        return new VolatileMemory();
    }

    @Override
    PermanentMemory reopen(PermanentMemory same) {
        return same;
    }
}
