package kz.paysandbox.emulator.readme;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs shell text in the project's top folder, with free ports and a home folder of the test's own. */
final class Shell {

    /** What a script printed, errors included, and how it ended. */
    record Result(int exitCode, String output) {}

    private Shell() {}

    static boolean has(String tool) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("sh", "-c", "command -v " + tool)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException withoutShell) {
            return false;
        }
    }

    /** A process whose output goes to {@code output.txt} in the home folder. */
    static ProcessBuilder process(Path home, String script) {
        ProcessBuilder process = new ProcessBuilder("sh", "-c", "exec " + script);
        process.directory(ReadmeFile.top().toFile());
        process.environment().put("SANDBOX_HOME", home.toString());
        process.environment().put("SANDBOX_EPHEMERAL", "true");
        File output = home.resolve("output.txt").toFile();
        return process.redirectErrorStream(true).redirectOutput(output);
    }

    static Result run(Path home, String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        builder.directory(ReadmeFile.top().toFile());
        builder.environment().put("SANDBOX_HOME", home.toString());
        builder.environment().put("SANDBOX_EPHEMERAL", "true");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + script);
        }
        return new Result(process.exitValue(), output);
    }
}
