using System.Globalization;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>Steps and floor as text for people.</summary>
internal static class ReferralReport
{
    public static void Write(TextWriter log, ReferralStep step)
    {
        log.WriteLine(Text($"{step.Rate,6:0}/s  {(step.IsSustained ? "sustained" : "NOT sustained")}; {step.Count}"));
        log.WriteLine($"          accept (client)      {step.Accept}");
        log.WriteLine($"          commit A -> commit B {step.Delivery}");
        log.WriteLine($"          due -> commit B      {step.Whole}");
        log.WriteLine(Text($"          CPU-ms per referral  {step.CpuPerReferral:0.00} = {string.Join(" + ", step.Cpu.OrderByDescending(part => part.Value).Select(part => Text($"{part.Key} {part.Value:0.00}")))}"));
        log.WriteLine(Text($"          commits {step.CommitsPerReferral:0.0}, WAL {step.WalBytesPerReferral:0} bytes per referral; backlog {step.BacklogGrowth:+0;-0;0}, drained in {step.Drain.TotalSeconds:0.0} s"));
        foreach (var statement in step.Statements)
        {
            log.WriteLine(Text($"            {statement.Milliseconds,9:0.0} ms {statement.Calls,7} x, {statement.PlanMilliseconds,7:0.0} ms {statement.Plans,7} plans {statement.Database}: {statement.Text}"));
        }

        if (step.Refused.Count > 0)
        {
            log.WriteLine($"          refused: {string.Join(", ", step.Refused.Select(part => Text($"{part.Value} x {part.Key}")))}");
        }
    }

    public static void Write(TextWriter log, ReferralFloor floor) => log.WriteLine(Text(
        $"  floor: {floor.PerSecond:0}/s (pgbench write {floor.WritesPerSecond:0}/s, raw AMQP {floor.MessagesPerSecond:0}/s, pgbench apply {floor.AppliesPerSecond:0}/s; one after the other on the same cores)"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
