package kz.paysandbox.emulator.cli.start;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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

    /** By its name; pwsh is PowerShell 7. */
    static final class Converter implements ITypeConverter<ShellSyntax> {
        @Override
        public ShellSyntax convert(String text) {
            String name = text.equalsIgnoreCase("pwsh") ? POWERSHELL.toString() : text;
            return Arrays.stream(values())
                    .filter(syntax -> syntax.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is none of sh, powershell, pwsh, fish, cmd"));
        }
    }
}
