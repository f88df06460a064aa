package kz.paysandbox.emulator.core.desk;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;

/** Worlds as files, to be put into this sandbox or another one, as a test's fixture. */
public interface ArchiveDesk {

    /**
     * What becomes of an imported world.
     *
     * @param name its name here; empty for the one that it had
     * @param replaces whether a world of that name, which keeps its credentials, begins again with what is imported
     * @param owner name of the token that it is imported with; empty for none
     */
    record Import(Optional<String> name, boolean replaces, Optional<String> owner) {}

    /**
     * All of a world's state but the history of what was asked.
     *
     * @param key 64 hexadecimal digits that it is sealed with; empty for the home's key
     */
    Outcome<Bytes, Conflict> exported(World world, Optional<String> key);

    /**
     * A world as it was exported. Its credentials are those that it had, where no other world of this sandbox has one of
     * them; else they are new, and tokens, links and open payment pages are left out, which only the old ones lead to.
     *
     * @param key that it was sealed with; empty for the home's key
     */
    Outcome<World, Conflict> imported(Bytes file, Import how, Optional<String> key);
}
