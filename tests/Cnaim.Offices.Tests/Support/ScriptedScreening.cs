using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Screening.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cnaim.Offices.Tests.Support;

/// <summary>Screening's side of the wire under the test's control: permits, denies, or is silent. The office talks real gRPC to it.</summary>
internal sealed class ScriptedScreening : Disclosures.DisclosuresBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _withdrawn = new(StringComparer.Ordinal);
    private WebApplication? _app;

    /// <summary>Persons for whom nothing is permitted.</summary>
    public ConcurrentDictionary<string, bool> Denied { get; } = new(StringComparer.Ordinal);

    /// <summary>Persons for whom screening does not answer.</summary>
    public ConcurrentDictionary<string, bool> Silent { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Authorizations { get; } = [];

    public string Address => _app!.Urls.Single();

    public static async Task<ScriptedScreening> StartAsync()
    {
        var screening = new ScriptedScreening();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(screening);
        screening._app = builder.Build();
        screening._app.MapGrpcService<ScriptedScreening>();
        await screening._app.StartAsync();
        return screening;
    }

    /// <summary>From now on the permit cannot be redeemed.</summary>
    public void Withdraw(string disclosureId) => _withdrawn[disclosureId] = disclosureId;

    public override Task<DecideResponse> Decide(DecideRequest request, ServerCallContext context)
    {
        Authorizations.Add(context.RequestHeaders.GetValue("authorization") ?? "");
        if (Silent.ContainsKey(request.PersonRef))
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "scripted"));
        }

        return Task.FromResult(Denied.ContainsKey(request.PersonRef)
            ? new DecideResponse { Denial = new Denial { Code = "no-consent" } }
            : new DecideResponse { Permit = Permit(request) });
    }

    public override Task<Snapshot> Fetch(FetchRequest request, ServerCallContext context) => _withdrawn.ContainsKey(request.DisclosureId)
        ? throw new RpcException(new Status(StatusCode.NotFound, "scripted"))
        : Task.FromResult(new Snapshot
        {
            PersonRef = ReferenceOf(request.DisclosureId),
            Person = new Person { GivenNames = { "Iracema" } },
            Answers = { new Answer { Question = "languages-spoken", Values = { "pt" } } },
            Categories = { "identity" },
            TakenAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        });

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Permit Permit(DecideRequest request) => new()
    {
        DisclosureId = Guid.CreateVersion7().ToString(),
        ReceiverRef = ReferenceOf(request.ReceiverOffice + request.PersonRef),
        Categories = { request.Categories },
        Issues = { request.Issues },
        ExpiresAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(30)),
    };

    private static string ReferenceOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..26];
}
