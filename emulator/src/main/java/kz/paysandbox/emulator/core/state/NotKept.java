package kz.paysandbox.emulator.core.state;

/** A change could not be kept outside the process, as where the disk is full; it is tried again with the next one. */
public final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param problem what is wrong and what to do, for who runs the sandbox
     */
    public NotKept(String problem, Throwable cause) {
        super(problem, cause);
    }
}
