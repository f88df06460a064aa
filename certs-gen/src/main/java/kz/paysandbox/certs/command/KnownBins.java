package kz.paysandbox.certs.command;

import java.nio.file.Path;
import java.util.List;

/** Which organisations a sandbox has, so that no certificate is issued for one that it does not know. */
@FunctionalInterface
public interface KnownBins {

    /**
     * BINs of a world's organisations.
     *
     * @param home the sandbox's home folder
     */
    List<String> of(Path home, String world);
}
