package kz.paysandbox.gateway.store;

/** A file of H2 serves one process, and another one has it open. Several processes share a PostgreSQL. */
public final class DatabaseInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DatabaseInUse(String url, Throwable cause) {
        super("another process has " + url + " open: a file of H2 serves one, several share a PostgreSQL", cause);
    }
}
