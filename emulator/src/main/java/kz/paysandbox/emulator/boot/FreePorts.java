package kz.paysandbox.emulator.boot;

import kz.paysandbox.emulator.http.server.BoundPort;
import kz.paysandbox.emulator.http.server.PortInUse;

/** A check that the ports are free, before anything is made that takes long. */
final class FreePorts {

    private FreePorts() {}

    /**
     * Returns where each port could be bound just now.
     *
     * @throws PortInUse where one could not
     */
    static void check(ServerConfig config) {
        for (String listener : config.listeners()) {
            BoundPort.open(listener, config.binding().addresses(), config.port(listener))
                    .close();
        }
    }
}
