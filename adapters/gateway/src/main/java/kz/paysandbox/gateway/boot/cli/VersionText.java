package kz.paysandbox.gateway.boot.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar says. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "gateway "
                    + Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
                            .orElse("(not packed)")
        };
    }
}
