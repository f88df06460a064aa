package kz.paysandbox.emulator.epay.callbacks;

/** The kinds of tries to tell a merchant; a name is kept with what is still to be done. */
enum Delivery {
    /** The first one, of whichever callback's turn it is. */
    FIRST,
    /** Beside the others: it changes nothing of what comes next. */
    COPY,
    /** After one that was not acknowledged. */
    AGAIN
}
