package kz.paysandbox.emulator.cli.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a shell sets a variable that the programs it starts can see. */
enum ShellSyntax {
    /** sh, bash, zsh, dash, ksh. */
    SH {
        @Override
        String line(String name, String value) {
            return "export " + name + "='" + value.replace("'", "'\\''") + "'";
        }
    },
    /** Windows PowerShell and PowerShell 7. */
    POWERSHELL {
        @Override
        String line(String name, String value) {
            // Typographic quotes end a text in PowerShell as the plain one does.
            return "$env:" + name + " = '" + value.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
        }
    },
    FISH {
        @Override
        String line(String name, String value) {
            return "set -gx " + name + " '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
    },
    /** cmd.exe, for a batch file or, with FOR, a prompt. */
    CMD {
        @Override
        String line(String name, String value) {
            return "set \"" + name + "=" + value.replace("%", "%%") + "\"";
        }
    };

    abstract String line(String name, String value);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The shell that the variable SHELL names; sh where it names none that is known. */
    static ShellSyntax of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SHELL"))
                .map(shell -> Path.of(shell).getFileName())
                .flatMap(shell -> Arrays.stream(values())
                        .filter(syntax -> shell != null && syntax.toString().equals(shell.toString()))
                        .findFirst())
                .orElse(SH);
    }
}
