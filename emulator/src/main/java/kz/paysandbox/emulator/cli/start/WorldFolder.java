package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.EncryptedKey;

/** The client certificate of a world as files that have the names of the default world's. */
final class WorldFolder {

    private static final List<String> AUTHORITIES = List.of("ca-bundle.pem", "ca-bundle.p12");

    private final Path folder;

    /**
     * The folder of a world.
     *
     * @param world a name that the sandbox knows
     */
    WorldFolder(Path pki, String world) {
        this.folder = pki.resolve("worlds").resolve(world.replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    /**
     * Writes the files anew.
     *
     * @param certificate as {@code GET /worlds/{name}/certificate} shows it
     * @return the folder
     */
    Path write(Path pki, JsonNode certificate) {
        String password = certificate.path("password").asText();
        String key = certificate.path("keyPem").asText();
        try {
            for (String name : AUTHORITIES) {
                SafeFiles.write(folder.resolve(name), Files.readAllBytes(pki.resolve(name)), Access.EVERYONE);
            }
            SafeFiles.write(
                    folder.resolve("merchant.cer"), certificate.path("pem").asText(), Access.EVERYONE);
            SafeFiles.write(folder.resolve("merchant-plain.key"), key, Access.OWNER_ONLY);
            SafeFiles.write(folder.resolve("merchant.key"), encrypted(key, password), Access.OWNER_ONLY);
            SafeFiles.write(
                    folder.resolve("merchant.pfx"),
                    Base64.getDecoder().decode(certificate.path("pfxBase64").asText()),
                    Access.OWNER_ONLY);
            SafeFiles.write(folder.resolve("merchant.password"), password + "\n", Access.OWNER_ONLY);
            return folder;
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot write " + folder + ": " + FileProblems.of(unusable), unusable);
        }
    }

    private static String encrypted(String pem, String password) {
        return EncryptedKey.pem(EncryptedKey.read(pem, new char[0]), password.toCharArray(), new SecureRandom());
    }
}
