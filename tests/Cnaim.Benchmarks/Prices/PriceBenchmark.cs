using System.Globalization;
using System.Text.Json;
using Cnaim.Benchmarks.Referrals;
using Cnaim.Servers;

namespace Cnaim.Benchmarks.Prices;

/// <summary>
/// What audit, tokens and encryption cost of a referral's CPU time, which is what bounds the throughput here: audit by steps with and without it in turn on one platform,
/// the others alone, tokens as if no service remembered one. Together they may take 30 %.
/// </summary>
internal sealed class PriceBenchmark(string app, bool isQuick, TextWriter log)
{
    private const double Rate = 200;
    private const double Most = 30;

    // The caller's at the sender, the sender's at screening.
    private const int TokensPerReferral = 2;

    public async Task<(bool Holds, string Json)> RunAsync(CancellationToken cancellationToken)
    {
        var (with, without) = await AuditAsync(cancellationToken);
        var (encryption, token) = (SmallWork.Encryption(), SmallWork.TokenCheck());
        var audit = with.Average() - without.Average();
        var (auditShare, tokenShare, encryptionShare) = (Share(audit), Share(TokensPerReferral * token), Share(encryption));
        var together = auditShare + tokenShare + encryptionShare;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with audit    {string.Join("  ", with.Select(Text))} ms of CPU per referral at {Rate:0}/s"));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"without       {string.Join("  ", without.Select(Text))}"));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit {audit:0.00} ms, {auditShare:0.0} %; tokens at most {TokensPerReferral * token:0.000} ms, {tokenShare:0.0} %; encryption {encryption:0.0000} ms, {encryptionShare:0.0} %; together {together:0.0} %"));
        return (together <= Most, JsonSerializer.Serialize(new
        {
            cpuMsWith = Math.Round(with.Average(), 2),
            cpuMsWithoutAudit = Math.Round(without.Average(), 2),
            auditPercent = Math.Round(auditShare, 1),
            tokensPercentAtMost = Math.Round(tokenShare, 1),
            encryptionPercent = Math.Round(encryptionShare, 1),
            togetherPercent = Math.Round(together, 1),
        }));

        double Share(double milliseconds) => 100 * milliseconds / with.Average();
    }

    private async Task<(List<double> With, List<double> Without)> AuditAsync(CancellationToken cancellationToken)
    {
        var (warmUp, measured) = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(isQuick ? 8 : 20));
        await using var run = await ReferralRun.StartAsync(
            new ReferralRunOptions { Profile = ReferralProfile.Quick, App = app, QueueType = QueueType.Quorum, Log = log }, cancellationToken);
        var audit = run.Audit;
        await audit.InstallAsync(cancellationToken);
        // The first seconds compile: they belong to nobody.
        await run.StepAsync(Rate, TimeSpan.FromSeconds(8), measured, cancellationToken);
        var (with, without) = (new List<double>(), new List<double>());
        for (var round = 0; round < (isQuick ? 2 : 4); round++)
        {
            foreach (var keeps in new[] { round % 2 is 0, round % 2 is not 0 })
            {
                await audit.SetAsync(keeps, cancellationToken);
                (keeps ? with : without).Add((await run.StepAsync(Rate, warmUp, measured, cancellationToken)).CpuPerReferral);
            }
        }

        return (with, without);
    }

    private static string Text(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
