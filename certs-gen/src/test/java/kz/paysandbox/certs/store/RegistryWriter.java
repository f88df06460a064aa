package kz.paysandbox.certs.store;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that writes to the same registry. */
final class RegistryWriter {
    static final int COUNT = 25;

    private RegistryWriter() {}

    public static void main(String[] args) throws IOException {
        Registry registry = new Registry(Path.of(args[0]));
        int first = Integer.parseInt(args[1]);
        for (int i = 0; i < COUNT; i++) {
            registry.add(RegistryTest.entry(first + i));
        }
    }
}
