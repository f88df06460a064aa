package kz.paysandbox.emulator.cli.terminal;

import java.net.URI;

/** Where a control surface is. */
final class ControlUrl {

    private static final String PREFIX = "/__sandbox";
    private static final int LAST_PORT = 65_535;

    private ControlUrl() {}

    /**
     * Up to and with the prefix of its paths, whether that was typed or not.
     *
     * @throws SettingsException where it is no URL
     */
    static URI of(String text) {
        String base = text.strip().replaceFirst("/+$", "");
        try {
            URI url = URI.create(base.endsWith(PREFIX) ? base : base + PREFIX);
            if (url.getHost() != null
                    && url.getPort() <= LAST_PORT
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            throw new SettingsException(problem(text));
        }
        throw new SettingsException(problem(text));
    }

    private static String problem(String text) {
        return "--at: '" + text + "' is no URL of a control surface, such as http://127.0.0.1:8540";
    }
}
