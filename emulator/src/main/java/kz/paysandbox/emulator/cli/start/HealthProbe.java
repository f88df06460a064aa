package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The health check of a container, where there is no shell and no curl: exit code 0 where every listener of the sandbox
 * in this container can answer, else 1. The port is that of {@code SANDBOX_PORT_CONTROL}, 8540 without it. It loads
 * nothing of the sandbox, since it runs every few seconds.
 */
public final class HealthProbe {

    private static final int MILLIS = 3000;

    private HealthProbe() {}

    public static void main(String[] args) {
        String port = System.getenv().getOrDefault("SANDBOX_PORT_CONTROL", "8540");
        System.exit(isUp(URI.create("http://127.0.0.1:" + port + "/__sandbox/health")) ? 0 : 1);
    }

    /** Whether a sandbox says there that it is up, within three seconds for the connection and three for the answer. */
    static boolean isUp(URI health) {
        try {
            HttpURLConnection call = (HttpURLConnection) health.toURL().openConnection();
            call.setConnectTimeout(MILLIS);
            call.setReadTimeout(MILLIS);
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notUp) {
            return false;
        }
    }
}
