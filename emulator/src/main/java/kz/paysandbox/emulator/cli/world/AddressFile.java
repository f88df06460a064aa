package kz.paysandbox.emulator.cli.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import kz.paysandbox.certs.store.SafeFiles;

/**
 * A page in a sandbox's home, for its owner alone, that leads a browser to an address with the token of a control surface:
 * every user of a machine can read the command lines of its processes.
 */
public final class AddressFile {

    private static final String NAME = "open.html";

    private AddressFile() {}

    /**
     * Writes it, in place of an earlier one.
     *
     * @return its own address, which says nothing of the other
     */
    public static URI leadingTo(String address, Path home) throws IOException {
        Path file = home.toAbsolutePath().normalize().resolve(NAME);
        SafeFiles.write(file, page(escaped(address)), SafeFiles.Access.OWNER_ONLY);
        return file.toUri();
    }

    private static String page(String address) {
        return """
                <!doctype html>
                <meta charset="utf-8">
                <meta name="referrer" content="no-referrer">
                <meta http-equiv="refresh" content="0; url=%1$s">
                <title>kzpay-sandbox</title>
                <a href="%1$s">kzpay-sandbox</a>
                """.formatted(address);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
