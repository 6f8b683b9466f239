import { Command } from "commander";

const EXIT_FAILURE = 1;

/** `grpo-rewards doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .showHelpAfterError()
    .exitOverride()
    .description("look whether everything works here: versions, cores, isolation, and a few scores")
    .option("--json", "print the findings as JSON")
    .action(async ({ json }: { readonly json?: true }) => {
      const { describeFindings, examine } = await import("./doctor/examine.js");
      const { probes } = await import("./doctor/probes.js");
      const findings = await examine(probes);
      const isWell = findings.every(({ status }) => status !== "failed");
      const report = json
        ? `${JSON.stringify({ ok: isWell, findings }, null, 2)}\n`
        : describeFindings(findings);
      process.stdout.write(report);
      if (!isWell) process.exitCode = EXIT_FAILURE;
    });
}
