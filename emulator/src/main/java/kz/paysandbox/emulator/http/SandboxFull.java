package kz.paysandbox.emulator.http;

/** The refusal where the heap takes nothing more in. */
public final class SandboxFull {

    public static final String NOTE =
            "the sandbox's memory is nearly used up: POST /__sandbox/reset, delete worlds that are"
                    + " done, or start it with a larger heap, as SANDBOX_JAVA_OPTS=-Xmx1g";

    private SandboxFull() {}
}
