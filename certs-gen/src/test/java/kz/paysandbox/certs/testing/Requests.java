package kz.paysandbox.certs.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificate requests made by openssl with the options of Annex 2; the key is made once per folder. */
public record Requests(Path dir) {
    public static final String KEY_USAGE =
            "keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment";
    public static final String CLIENT_AUTH = "extendedKeyUsage = clientAuth";
    public static final String SUBJECT =
            "/C=KZ/ST=Almaty Province/L=Almaty/O=Contoso Ltd./CN=pay.contoso.kz/emailAddress=it@contoso.kz";

    /** A request with this subject and these {@code -addext} values, and further options. */
    public String pem(String subject, List<String> extensions, String... options) throws IOException {
        Path key = dir.resolve("private.key");
        if (!Files.exists(key)) {
            Openssl.run("genrsa", "-out", key, "2048");
        }
        List<Object> command = new ArrayList<>(List.of("req", "-new", "-utf8", "-key", key, "-subj", subject));
        for (String extension : extensions) {
            command.addAll(List.of("-addext", extension));
        }
        command.addAll(List.of(options));
        Path csr = dir.resolve("certrequest.csr");
        command.addAll(List.of("-out", csr));
        Openssl.Result result = Openssl.run(command.toArray());
        if (result.exit() != 0) {
            throw new IllegalStateException(result.output());
        }
        return Files.readString(csr);
    }

    public String good() throws IOException {
        return pem(SUBJECT, List.of(KEY_USAGE, CLIENT_AUTH));
    }
}
