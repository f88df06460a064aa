package kz.paysandbox.certs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.certs.x509.BadMaterialException;
import kz.paysandbox.certs.x509.EncryptedKey;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.KeySpec;
import kz.paysandbox.certs.x509.PfxFormat;

/** The clients of the default world and the fixtures in {@code bad/}. */
record ClientSteps(PkiFiles files, ClientIssuer issuer, SecureRandom random) {
    /** The clients of the default world (control contract, "The default world"). */
    static final ClientRequest MERCHANT = client("merchant", "180340021791");

    static final ClientRequest PARTNER =
            client("partner", "180340021791", "990340000013", "990340000024", "990340000035", "050540000017");
    static final List<ClientRequest> DEFAULT_CLIENTS = List.of(MERCHANT, PARTNER);

    /** Both containers: some clients read only the old one, some only the new one. */
    static final Set<PfxFormat> BOTH = Set.copyOf(EnumSet.allOf(PfxFormat.class));

    /** Second byte of a BER sequence that ends by a mark (X.690, 8.1.3.6). */
    private static final int INDEFINITE_LENGTH = 0x80;

    private static final Set<PfxFormat> MODERN = Set.of(PfxFormat.MODERN);

    List<Provisioning.Step> steps() {
        return Stream.concat(
                        DEFAULT_CLIENTS.stream().map(this::client),
                        Arrays.stream(BadFixture.values()).map(this::fixture))
                .toList();
    }

    /**
     * Containers and plain keys that were removed are made again from certificate, key and password; so are containers
     * of an earlier version, which were not DER.
     */
    void completeContainers() throws IOException {
        for (ClientRequest client : DEFAULT_CLIENTS) {
            complete(client.name(), files.client(client.name()), BOTH);
        }
        for (BadFixture fixture : BadFixture.values()) {
            complete(fixture.fileName(), files.bad(fixture), MODERN);
        }
    }

    private static ClientRequest client(String name, String... bins) {
        return new ClientRequest(name, ClientRequest.MAIN_WORLD, List.of(bins), KeyAlgorithm.RSA_2048);
    }

    private Provisioning.Step client(ClientRequest request) {
        PkiFiles.Client target = files.client(request.name());
        return new Provisioning.Step(
                request.name(),
                request.keyAlgorithm().spec(),
                missing(target),
                pair -> issuer.good(request.name(), pair).write(target, BOTH, random));
    }

    private Provisioning.Step fixture(BadFixture fixture) {
        PkiFiles.Client target = files.bad(fixture);
        return new Provisioning.Step(
                "bad/" + fixture.fileName(),
                KeySpec.RSA_2048,
                missing(target),
                pair -> issuer.bad(fixture, pair).write(target, MODERN, random));
    }

    /** Half a client is what a killed first start leaves; once there is a registry, it is one that was lost. */
    private boolean missing(PkiFiles.Client target) {
        if (Files.exists(target.certificate())) {
            return false;
        }
        if (!Files.exists(files.registry())) {
            return true;
        }
        target.all().stream().filter(Files::exists).findFirst().ifPresent(leftOver -> {
            throw PkiException.missing(
                    target.certificate(),
                    "but " + leftOver.getFileName() + " exists; restore it, or remove what is left of this client");
        });
        return true;
    }

    private void complete(String name, PkiFiles.Client target, Set<PfxFormat> formats) throws IOException {
        if (!Files.exists(target.plainKey())) {
            read(name, target).writePlainKey(target);
        }
        for (PfxFormat format : formats) {
            if (!Files.exists(target.container(format)) || hasIndefiniteLength(target.container(format))) {
                read(name, target).writePfx(target, format, random);
            }
        }
    }

    private static boolean hasIndefiniteLength(Path container) throws IOException {
        try (InputStream in = Files.newInputStream(container)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && (head[1] & 0xff) == INDEFINITE_LENGTH;
        }
    }

    static ClientMaterial read(String name, PkiFiles.Client target) throws IOException {
        String password = text(target.password()).strip();
        try {
            HeldCertificate held = EncryptedKey.readFor(
                    Authorities.certificate(target.certificate()), text(target.key()), password.toCharArray());
            return new ClientMaterial(name, held, password);
        } catch (BadMaterialException e) {
            throw PkiException.unusable(target.key(), e.problem(), "restore it, or remove all files of this client", e);
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw PkiException.missing(file, "restore it, or remove all files of this client");
        }
        return Files.readString(file, UTF_8);
    }
}
