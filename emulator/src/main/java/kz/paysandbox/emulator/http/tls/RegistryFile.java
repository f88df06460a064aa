package kz.paysandbox.emulator.http.tls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader of {@code registry.json} of the PKI folder. */
final class RegistryFile {

    private RegistryFile() {}

    /**
     * @return certificates by fingerprint, in the order of issue
     * @throws IOException where the file is not a registry
     */
    static Map<String, ClientCertificate> read(Path file) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(Files.readAllBytes(file)).path("certificates");
        Map<String, ClientCertificate> certificates = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            ClientCertificate certificate = certificate(entry);
            certificates.put(certificate.fingerprint(), certificate);
        }
        return Collections.unmodifiableMap(certificates);
    }

    private static ClientCertificate certificate(JsonNode entry) throws IOException {
        List<String> bins = new ArrayList<>();
        entry.path("bins").forEach(bin -> bins.add(bin.asText()));
        try {
            return new ClientCertificate(
                    entry.path("name").asText(),
                    entry.path("fingerprint").asText(),
                    entry.path("subject").asText(),
                    entry.path("world").asText("main"),
                    bins,
                    Instant.parse(entry.path("notBefore").asText()),
                    Instant.parse(entry.path("notAfter").asText()),
                    Optional.of(entry.path("revokedAt").asText())
                            .filter(text -> !text.isEmpty())
                            .map(Instant::parse));
        } catch (DateTimeException notADate) {
            throw new IOException("an entry has a malformed date: " + notADate.getMessage(), notADate);
        }
    }
}
