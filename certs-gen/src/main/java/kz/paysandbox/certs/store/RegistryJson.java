package kz.paysandbox.certs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spelling of {@code registry.json}; the emulator has its own reading of it. */
final class RegistryJson {
    private static final int VERSION = 1;
    private static final int HEX = 16;

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] write(List<RegisteredCertificate> certificates) throws JsonProcessingException {
        ObjectNode file = mapper.createObjectNode().put("version", VERSION);
        ArrayNode array = file.putArray("certificates");
        certificates.forEach(certificate -> write(array.addObject(), certificate));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static void write(ObjectNode node, RegisteredCertificate certificate) {
        node.put("name", certificate.name())
                .put("fingerprint", certificate.fingerprint())
                .put("serial", certificate.serial().toString(HEX))
                .put("subject", certificate.subject())
                .put("world", certificate.world());
        ArrayNode bins = node.putArray("bins");
        certificate.bins().forEach(bins::add);
        node.put("notBefore", certificate.times().notBefore().toString())
                .put("notAfter", certificate.notAfter().toString())
                .put("issuedAt", certificate.times().issuedAt().toString());
        certificate.revokedAt().ifPresent(at -> node.put("revokedAt", at.toString()));
    }

    List<RegisteredCertificate> read(byte[] content) throws RegistryException {
        try {
            JsonNode file = mapper.readTree(content);
            if (file.path("version").asInt() != VERSION) {
                throw new RegistryException("it has no \"version\": " + VERSION);
            }
            List<RegisteredCertificate> certificates = new ArrayList<>();
            for (JsonNode node : file.path("certificates")) {
                certificates.add(read(node));
            }
            return certificates;
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new RegistryException("it is not the JSON this program writes", e);
        }
    }

    private static RegisteredCertificate read(JsonNode node) {
        List<String> bins = new ArrayList<>();
        node.path("bins").forEach(bin -> bins.add(bin.asText()));
        return new RegisteredCertificate(
                text(node, "name"),
                text(node, "fingerprint"),
                new BigInteger(text(node, "serial"), HEX),
                text(node, "subject"),
                text(node, "world"),
                bins,
                new RegisteredCertificate.Times(
                        Instant.parse(text(node, "notBefore")),
                        Instant.parse(text(node, "notAfter")),
                        Instant.parse(text(node, "issuedAt")),
                        node.has("revokedAt")
                                ? Optional.of(Instant.parse(text(node, "revokedAt")))
                                : Optional.empty()));
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.asText();
    }
}
