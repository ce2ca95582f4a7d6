using Cnaim.Screening.V1;
using Cnaim.Security.Calls;
using Grpc.Core;
using Grpc.Net.Client;
using PeopleClient = Cnaim.Screening.V1.People.PeopleClient;

namespace Cnaim.Security.Attacks;

/// <summary>S24, and S2 over gRPC.</summary>
internal static class GrpcCalls
{
    public static IEnumerable<Attack> All { get; } =
    [
        Call("S24", "no token", "Unauthenticated", null, (channel, options, _) => new PeopleClient(channel).GetAsync(new GetPersonRequest { PersonRef = "A" }, options).ResponseAsync),
        Call("S2", "another office reads a person over gRPC", "NotFound", Identity.Education, (channel, options, person) => new PeopleClient(channel).GetAsync(new GetPersonRequest { PersonRef = person }, options).ResponseAsync),
        Call("S2", "the borders agency reads a process over gRPC", "NotFound", Identity.Borders, (channel, options, person) => new PeopleClient(channel).GetProcessAsync(new GetPersonRequest { PersonRef = person }, options).ResponseAsync),
        Call("S2", "another office redeems a made-up disclosure", "NotFound", Identity.Education, (channel, options, _) =>
            new Disclosures.DisclosuresClient(channel).FetchAsync(new FetchRequest { DisclosureId = Guid.CreateVersion7().ToString(), Purpose = "resolve-issue" }, options).ResponseAsync),
        Call("S24", "a message of 5 MB", "ResourceExhausted", Identity.Reception, (channel, options, _) =>
            new PeopleClient(channel).RegisterAsync(new RegisterPersonRequest { Person = new Person { KnownAs = new string('a', 5_000_000) } }, options).ResponseAsync),
        Call("S24", "server reflection", "Unimplemented", Identity.Reception, (channel, options, _) => UnknownAsync(channel, "grpc.reflection.v1.ServerReflection", "ServerReflectionInfo", options)),
        Call("S24", "a method that is none", "Unimplemented", Identity.Reception, (channel, options, _) => UnknownAsync(channel, "cnaim.screening.v1.People", "Export", options)),
    ];

    private static Attack Call(string row, string what, string expected, Identity? identity, Func<GrpcChannel, CallOptions, string, Task> call) => new(row, what, expected, async (attacker, cancellationToken) =>
    {
        using var channel = GrpcChannel.ForAddress(attacker.Target.GatewayGrpc);
        var headers = identity is null ? [] : new Metadata { { "authorization", "Bearer " + await attacker.TokenAsync(identity) } };
        try
        {
            var person = await attacker.RegisterAsync("Urze", cancellationToken);
            await call(channel, new CallOptions(headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(10), cancellationToken), person);
            return "OK";
        }
        catch (RpcException refused)
        {
            return refused.StatusCode.ToString();
        }
    });

    private static async Task UnknownAsync(GrpcChannel channel, string service, string name, CallOptions options)
    {
        var method = new Method<byte[], byte[]>(MethodType.Unary, service, name, Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));
        await channel.CreateCallInvoker().AsyncUnaryCall(method, null, options, []).ResponseAsync;
    }
}
