package kz.paysandbox.emulator.readme;

import java.util.List;

/** How each fenced block of the documents is tried, by document and language. */
final class DocumentBlocks {

    /**
     * A way to try blocks.
     *
     * @param document its path from the top of the project
     * @param language as after the fence, empty for none
     * @param start how the block begins; empty for all blocks of the language
     * @param test the file of the test that runs or reads them; empty where they are only read by people
     * @param reason what the test does, or why there is none
     */
    record Way(String document, String language, String start, String test, String reason) {

        boolean fits(String path, String code, String text) {
            return document.equals(path)
                    && language.equals(code)
                    && text.strip().startsWith(start);
        }
    }

    private static final String HERE = "emulator/src/test/java/kz/paysandbox/emulator/readme/";
    private static final String COMMANDS = HERE + "ReadmeCommandsIT.java";
    private static final String CLIENTS = HERE + "ClientsIT.java";
    private static final String EXAMPLES = HERE + "ReadmeExamplesTest.java";
    private static final String LAUNCHED = HERE + "LaunchedSandbox.java";
    private static final String SUITE = "features/src/test/java/kz/paysandbox/features/ReadmeTest.java";
    private static final String DIST = "emulator/dist/src/test/java/kz/paysandbox/dist/";
    private static final String SHELL = "pasted into a shell against a running sandbox";
    private static final String UP = "./sandbox up";

    static final List<Way> WAYS = List.of(
            tried("README.md", "", LAUNCHED, "the launcher starts the sandbox so"),
            tried("README.md", "sh", COMMANDS, SHELL),
            tried("README.md", "yaml", EXAMPLES, "read as a settings file"),
            tried("adapters/README.md", "xml", EXAMPLES, "held against the poms"),
            tried(
                    "adapters/README.md",
                    "java",
                    "adapters/src/test/java/kz/paysandbox/adapters/ReadmeSnippetsTest.java",
                    "the same lines run there, in ReadmeSnippetsIT and in ReadmeRefundIT"),
            tried("adapters/gateway/README.md", "", LAUNCHED, "the launcher starts the sandbox so"),
            tried(
                    "adapters/gateway/README.md",
                    "sh",
                    "adapters/gateway/src/test/java/kz/paysandbox/gateway/readme/ReadmeIT.java",
                    SHELL),
            tried(
                    "adapters/gateway/README.md",
                    "python",
                    "adapters/gateway/src/test/java/kz/paysandbox/gateway/readme/ReadmeIT.java",
                    "run by python3"),
            tried("certs-gen/README.md", "sh", COMMANDS, SHELL),
            tried(
                    "certs-gen/README.md",
                    "java",
                    "certs-gen/src/test/java/kz/paysandbox/certs/ReadmeTest.java",
                    "the same lines run there"),
            tried("emulator/CLIENTS.md", "python", CLIENTS, "run by python3"),
            tried("emulator/CLIENTS.md", "js", CLIENTS, "run by Node"),
            tried("emulator/CLIENTS.md", "php", CLIENTS, "run by PHP"),
            tried("emulator/CLIENTS.md", "java", CLIENTS, "run by java"),
            tried("emulator/CLIENTS.md", "go", CLIENTS, "run by go"),
            untried("emulator/CLIENTS.md", "bsl", "", "no interpreter of 1C can be installed here; the page says so"),
            tried("emulator/CONTROL.md", "sh", COMMANDS, SHELL),
            tried("emulator/WORLDS.md", "sh", COMMANDS, SHELL),
            tried(
                    "emulator/WORLDS.md",
                    "bash",
                    HERE + "TeamCommandsIT.java",
                    "pasted into two shells, with a database of the test's"),
            tried(
                    "emulator/EPAY.md",
                    "sh",
                    "emulator/src/test/java/kz/paysandbox/emulator/epay/EpayReadmeTest.java",
                    SHELL),
            tried(
                    "emulator/EPAY.md",
                    "html",
                    "emulator/src/test/java/kz/paysandbox/emulator/epay/payform/EpayPageIT.java",
                    "opened in a browser, where a customer pays"),
            tried("emulator/QA.md", "", LAUNCHED, "the launcher starts the sandbox so"),
            tried(
                    "emulator/QA.md",
                    "sh",
                    "emulator/src/test/java/kz/paysandbox/emulator/cli/QaGuideTest.java",
                    "each command runs in its order; the last block also in ReadmeCommandsIT"),
            tried(
                    "emulator/README.md",
                    "",
                    "cli  ",
                    "emulator/src/test/java/kz/paysandbox/emulator/RoomsPictureTest.java",
                    "held against the code"),
            tried("emulator/README.md", "java", EXAMPLES, "the same lines run there"),
            untried("emulator/README.md", "", "mvn -B -Pbench", "a benchmark takes minutes and a quiet machine"),
            tried("emulator/dist/CI.md", "yaml", DIST + "CiRecipesIT.java", "each line is run"),
            tried("emulator/dist/CI.md", "groovy", DIST + "CiRecipesIT.java", "each step of the shell is run"),
            tried("emulator/dist/README.md", "", "tar xzf", DIST + "ArchiveIT.java", "the archive is unpacked and run"),
            tried("emulator/dist/README.md", "", "podman run", DIST + "ImageIT.java", "the image is run by podman"),
            tried("emulator/dist/src/README.md", "", DIST + "ArchiveIT.java", "the unpacked archive is run"),
            tried("emulator/junit/README.md", "xml", EXAMPLES, "held against the poms"),
            tried(
                    "emulator/junit/README.md",
                    "java",
                    "emulator/junit/src/test/java/kz/paysandbox/junit/readme/ReadmeTest.java",
                    "the same lines run there and in the sample for Spring Boot"),
            tried(
                    "emulator/junit/samples/README.md",
                    "kotlin",
                    EXAMPLES,
                    "held against the poms; Gradle is not run, for that of Debian (4.4) knows no Java 17"),
            tried("emulator/samples/go/README.md", "sh", CLIENTS, SHELL),
            tried("emulator/samples/node/README.md", "sh", CLIENTS, SHELL),
            tried("emulator/samples/php/README.md", "sh", CLIENTS, SHELL),
            tried("emulator/samples/python/README.md", "sh", CLIENTS, SHELL),
            tried("features/README.md", "", "./sandbox verify", SUITE, "the command understands each line"),
            tried("features/README.md", "", UP, SUITE, "the command understands the line after this one"),
            untried("features/README.md", "", "Verify ──", "a picture"),
            tried("features/README.md", "properties", SUITE, "read as settings"),
            tried("features/README.md", "gherkin", SUITE, "run against the sandbox"));

    private DocumentBlocks() {}

    private static Way tried(String document, String language, String test, String how) {
        return new Way(document, language, "", test, how);
    }

    private static Way tried(String document, String language, String start, String test, String how) {
        return new Way(document, language, start, test, how);
    }

    private static Way untried(String document, String language, String start, String reason) {
        return new Way(document, language, start, "", reason);
    }
}
