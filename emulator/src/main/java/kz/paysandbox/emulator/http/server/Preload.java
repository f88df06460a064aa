package kz.paysandbox.emulator.http.server;

import io.javalin.Javalin;
import org.eclipse.jetty.server.LocalConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads what every listener needs before there is one. */
public final class Preload {

    private static final Logger LOG = LoggerFactory.getLogger(Preload.class);

    /**
     * Jetty asks the JVM's management for it where it is not set, which takes 200 classes; here for 64 bytes and
     * compressed references. It pads queues, and decides nothing.
     */
    private static final String REFERENCES_PER_CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private Preload() {}

    /**
     * Loads it on a thread of its own: a server is started and stopped that listens nowhere. For a process that has
     * settings to read first, and another core to do this on.
     */
    public static void begin() {
        Thread loading = new Thread(
                () -> {
                    try {
                        startNowhere();
                    } catch (RuntimeException failed) {
                        LOG.debug("the library was not loaded beforehand", failed);
                    }
                },
                "sandbox-preload");
        loading.setDaemon(true);
        loading.start();
    }

    static void spareManagement() {
        if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
            System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
        }
    }

    static void startNowhere() {
        spareManagement();
        Javalin.create(config -> {
                    HttpServer.quiet(config);
                    config.jetty.addConnector((server, http) -> new LocalConnector(server));
                })
                .start()
                .stop();
    }
}
