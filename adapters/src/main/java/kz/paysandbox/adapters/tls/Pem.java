package kz.paysandbox.adapters.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file, in order; a certificate file may also be plain DER, as Windows exports it. */
record Pem(Path file, List<Block> blocks) {
    private static final int LARGEST = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----((?:[^-]++|-(?!----))*+)-----END \\1-----");

    record Block(String label, String text) {
        /** Whether the text is encrypted in OpenSSL's traditional way, which RFC 1421 headers announce. */
        boolean traditionallyEncrypted() {
            return text.contains("DEK-Info:");
        }

        byte[] bytes(Path file) {
            try {
                return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            } catch (IllegalArgumentException e) {
                throw new BadKeyMaterial(file, "the block " + label + " is damaged", "Export the file again", e);
            }
        }
    }

    static Pem read(Path file) {
        Matcher matcher = BLOCK.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return new Pem(file, List.copyOf(blocks));
    }

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadKeyMaterial(file, "larger than 1 MiB", "Check the path", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadKeyMaterial(file, "cannot be read", "Check the path and its permissions", e);
        }
    }

    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        List<Block> blocks = read(file).blocks();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    found.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes(file))));
                }
            }
            if (blocks.isEmpty()) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes(file))));
            }
        } catch (CertificateException e) {
            throw new BadKeyMaterial(file, "holds no readable certificate", "Give a PEM or DER certificate file", e);
        }
        if (found.isEmpty()) {
            throw new BadKeyMaterial(file, "holds no certificate", "Give a file with BEGIN CERTIFICATE in it", null);
        }
        return List.copyOf(found);
    }
}
