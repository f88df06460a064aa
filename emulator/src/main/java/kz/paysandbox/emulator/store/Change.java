package kz.paysandbox.emulator.store;

/** Something that is to be written before anybody is answered who may have seen it. */
sealed interface Change {

    WorldLog world();

    /** The value of a key, as it is when it is written. */
    record Value(TableLog table, String key) implements Change {
        @Override
        public WorldLog world() {
            return table.world();
        }
    }

    /** A world begins. */
    record Begin(WorldLog world) implements Change {}

    /** A world ends. */
    record End(WorldLog world) implements Change {}
}
