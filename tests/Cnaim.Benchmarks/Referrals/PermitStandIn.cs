using Cnaim.Screening.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>
/// Grants every permit at once, without looking anything up: run in screening's place it shows what the real decision costs.
/// It lives in the benchmark only; the services have no way to send without asking (docs/adr/0020-benchmark.md).
/// </summary>
internal sealed class PermitStandIn : Disclosures.DisclosuresBase
{
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<PermitStandIn>();
        await app.RunAsync();
        return 0;
    }

    public override Task<DecideResponse> Decide(DecideRequest request, ServerCallContext context)
    {
        var permit = new Permit
        {
            DisclosureId = Guid.CreateVersion7().ToString(),
            ReceiverRef = request.PersonRef,
            ExpiresAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(180)),
        };
        permit.Categories.AddRange(request.Categories);
        permit.Issues.AddRange(request.Issues);
        return Task.FromResult(new DecideResponse { Permit = permit });
    }
}
