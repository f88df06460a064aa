package kz.paysandbox.emulator.core.journal;

import java.util.Set;

/** A situation in which a caller keeps a written rule or breaks it. Each bank has its own list of them. */
public interface Situation {

    /** What to do so that it occurs; a sentence or two. */
    String exercise();

    /** The products of the bank in which it can occur, as {@link kz.paysandbox.emulator.core.bank.Bank#products} has them. */
    Set<String> products();
}
