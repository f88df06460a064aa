package kz.paysandbox.features;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.report.Reports;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the contract suite from a terminal. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        version = "kzpay-sandbox verify 0.1.0",
        description = "Runs the contract suite against the emulator, a running sandbox, or the bank's test stand.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all scenarios hold", "1:some do not", "2:usage, or production was named", "5:nothing ran"})
public final class Verify implements Callable<Integer> {

    /** What the emulator of this process logs of each call that it refuses, as scenarios want it to. */
    private static final String EMULATOR_LOG = "org.slf4j.simpleLogger.log.kz.paysandbox.emulator";

    private static final int FAILED = 1;
    private static final int NOTHING_RAN = 5;

    @Parameters(paramLabel = "PATH", description = "Features or folders of them; without any, the suite's own.")
    private List<String> paths = List.of();

    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Tag expression, such as \"@row:r2_qr_create\".")
    private String tags = "";

    @Mixin
    private final Reports reports = new Reports();

    @Option(names = "--threads", description = "Scenarios at a time (${DEFAULT-VALUE}).", defaultValue = "4")
    private int threads;

    @Option(names = "--seed", description = "Of the random order (${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed;

    @Option(
            names = "--times",
            description = "Runs so often, in another order each time, and stops at the first run that differs"
                    + " (${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int times;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "Language of what is printed: ru or en; else SANDBOX_LANG, else the locale.")
    @SuppressWarnings("UnusedVariable") // read before the command line is, for the help
    private String language = "";

    private final SuiteBanks banks;
    private final VerifyTexts texts;

    private Verify(SuiteBanks banks, CommandSpec spec, VerifyTexts texts) {
        this.banks = banks;
        this.spec = spec;
        this.texts = texts;
    }

    /** The launcher hands over the command's name with its arguments; the language may stand before it. */
    public static void main(String[] args) {
        System.getProperties().putIfAbsent(EMULATOR_LOG, "error");
        System.exit(run(withoutName(args)));
    }

    static String[] withoutName(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        List<String> named = LanguageOption.withoutIt(words);
        if (!named.isEmpty() && named.get(0).equals("verify")) {
            words.remove(words.size() - named.size());
        }
        return words.toArray(String[]::new);
    }

    /** As {@link #main}, with the exit code as the answer. */
    public static int run(String... args) {
        return run(Banks.all(), args);
    }

    /** As {@link #run(String...)}, with other banks than the suite's own. */
    public static int run(SuiteBanks banks, String... args) {
        VerifyTexts texts;
        try {
            texts = VerifyTexts.asked(args, System.getenv(), Locale.getDefault());
        } catch (IllegalArgumentException e) {
            System.err.println("verify: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        return line(banks, texts)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("verify: " + failure.getMessage());
                    return failure instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : FAILED;
                })
                .execute(args);
    }

    static CommandLine line(SuiteBanks banks, VerifyTexts texts) {
        return new CommandLine(new Verify(banks, CommandSpec.create(), texts)).setResourceBundle(texts.bundle());
    }

    @Override
    public Integer call() {
        List<String> selected = paths.isEmpty() ? banks.features() : paths;
        requirePositive("--threads", threads);
        requirePositive("--times", times);
        Randomness random = options.random(seed);
        Driver driver = options.driver(banks, random);
        List<String> plugins = reports.plugins();
        Settings settings = options.settings();
        try (ShopServer shops = options.shops(settings);
                Target target = new Targets(banks, random).named(options.target(), settings)) {
            Participants participants = Participants.of(banks, target, driver, shops, random);
            Plan plan = new Plan(participants, selected, tags, plugins, threads, seed);
            Report first = told(plan);
            int exit = exitCode(first);
            for (int round = 1; round < times && exit == 0; round++) {
                List<String> differences = first.differences(told(plan.ordered(seed + round)));
                differences.forEach(difference -> out().println(texts.say("different", difference)));
                exit = differences.isEmpty() ? 0 : FAILED;
            }
            return exit;
        }
    }

    /** Runs, and says what came of it. */
    private Report told(Plan plan) {
        PrintWriter out = out();
        String target = plan.participants().target().name();
        String driver = plan.participants().driver().name();
        Report report = Suite.run(plan);
        reports.finish(target + "-" + driver, report);
        report.failures()
                .forEach(failure -> out.println(
                        texts.say("failed", failure.where(), failure.name()) + "\n    " + failure.reason()));
        report.skipped().forEach((reason, count) -> out.println(texts.say("skipped", count, reason)));
        out.println(texts.say(
                "total",
                target,
                driver,
                report.count(Verdict.PASSED),
                report.failures().size(),
                report.count(Verdict.SKIPPED),
                plan.seed()));
        out.flush();
        return report;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void requirePositive(String option, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(texts.say("least", option, number));
        }
    }

    private int exitCode(Report report) {
        if (report.empty()) {
            out().println(texts.say("nothing"));
            return NOTHING_RAN;
        }
        return report.failures().isEmpty() ? 0 : FAILED;
    }
}
