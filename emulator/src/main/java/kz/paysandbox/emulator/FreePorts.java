package kz.paysandbox.emulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import kz.paysandbox.emulator.http.PortInUse;

/** Looks whether the ports are free, before anything is made that takes long. */
final class FreePorts {

    private FreePorts() {}

    /**
     * Returns where each port could be bound just now.
     *
     * @throws PortInUse where one could not
     */
    static void check(EmulatorConfig config) {
        for (String listener : ServerSettings.LISTENERS) {
            int port = config.port(listener);
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(config.bind(), port));
            } catch (IOException taken) {
                throw new PortInUse(listener, config.bind(), port, taken);
            }
        }
    }
}
