package kz.paysandbox.emulator.control.call;

import java.util.Optional;

/** The version of this build, from the jar's manifest. */
public final class Version {

    private Version() {}

    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
