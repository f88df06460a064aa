package kz.paysandbox.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The server in JUnit's root store, which closes the one type until JUnit 5.12, and the other from 5.13 on. */
@SuppressWarnings("deprecation")
record ServerResource(SandboxServer server) implements CloseableResource, AutoCloseable {

    @Override
    public void close() {
        server.close();
    }
}
