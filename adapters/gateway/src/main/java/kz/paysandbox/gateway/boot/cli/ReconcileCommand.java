package kz.paysandbox.gateway.boot.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.gateway.boot.DayComparison;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.jobs.DayPlan;
import kz.paysandbox.gateway.store.ReconciliationTable.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a day's Kaspi payments with the bank. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Compares the Kaspi payments that were made on a day with the bank, which is asked for each of them;"
                        + " as every gateway does at night for the two days before. Ends with 1 where the books differ; what differs is"
                        + " in /admin/attention.")
final class ReconcileCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SettingOptions settings;

    @Option(names = "--date", paramLabel = "DATE", description = "Such as 2027-01-15, at UTC+5. Default: yesterday.")
    @SuppressWarnings("NullAway.Init")
    private Optional<LocalDate> date;

    @Option(names = "--bin", paramLabel = "BIN", description = "Of one organisation. Default: of all.")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> bin;

    @Override
    public Integer call() throws InterruptedException {
        GatewaySurroundings surroundings = GatewaySurroundings.system();
        LocalDate day =
                date.orElseGet(() -> DayPlan.day(surroundings.clock().instant()).minusDays(1));
        List<Report> reports = DayComparison.run(settings.read(), surroundings, day, bin);
        print(reports);
        return reports.stream().allMatch(report -> report.sums().differences() == 0) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(List<Report> reports) {
        PrintWriter out = spec.commandLine().getOut();
        String form = "%-20s %-12s %8s %14s %14s %14s %14s %11s%n";
        out.printf(form, "SHOP", "BIN", "PAYMENTS", "PAID", "AT THE BANK", "REFUNDED", "AT THE BANK", "DIFFERENCES");
        reports.forEach(report -> out.printf(
                form,
                report.subject().shop(),
                report.subject().bin(),
                report.sums().payments(),
                report.sums().completed(),
                report.sums().bankCompleted(),
                report.sums().refunded(),
                report.sums().bankRefunded(),
                report.sums().differences()));
        out.flush();
    }
}
