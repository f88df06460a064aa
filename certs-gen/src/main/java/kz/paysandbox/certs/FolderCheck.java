package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a folder can serve: everything a server needs is there, and its certificates can be read. */
final class FolderCheck {
    private FolderCheck() {}

    static void demand(PkiFiles files) throws IOException {
        if (!Files.isDirectory(files.dir())) {
            throw PkiException.missing(files.dir(), "run 'certs init' to make it");
        }
        List<Path> certificates =
                List.of(files.rootCertificate(), files.intermediateCertificate(), files.serverCertificate());
        List<Path> others = List.of(files.caBundle(), files.serverKey(), files.epayKey(), files.registry());
        for (Path file : certificates) {
            demand(file);
            Authorities.certificate(file);
        }
        others.forEach(FolderCheck::demand);
    }

    private static void demand(Path file) {
        if (!Files.isReadable(file)) {
            throw PkiException.missing(file, "run 'certs init' to make what is missing");
        }
    }
}
