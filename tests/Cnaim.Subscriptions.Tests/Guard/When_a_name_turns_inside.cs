using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cnaim.Subscriptions.Guard;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Subscriptions.Tests.Guard;

/// <summary>S13, the whole way: a name that was public when its endpoint was registered leads to this machine later.</summary>
public sealed class When_a_name_turns_inside(SharedServers servers) : IAsyncLifetime
{
    private readonly Installation _here = new(servers);
    private readonly Resolver _resolver = new("93.184.215.14");
    private readonly TcpListener _inside = new(IPAddress.Loopback, 0);

    private string Url => string.Create(CultureInfo.InvariantCulture, $"https://receiver.example:{((IPEndPoint)_inside.LocalEndpoint).Port}/hook");

    public async ValueTask InitializeAsync()
    {
        _inside.Start();
        await _here.StartAsync(services => services.AddSingleton<IResolveHost>(_resolver), ("Guard:AllowLoopback", "false"));
    }

    [Fact]
    public async Task Should_be_refused_at_the_socket_whatever_is_sent()
    {
        var client = await _here.AgreeAsync();
        using var partner = _here.As(client);
        var id = (await partner.DoAsync("/v1/endpoints", new { url = Url }, HttpStatusCode.Created)).GetProperty("endpoint").GetProperty("id").GetGuid();
        _resolver.Addresses = "127.0.0.1";

        (await partner.DoAsync($"/v1/endpoints/{id}/verify")).GetProperty("outcome").GetString().ShouldBe("address-refused");

        // As if it had echoed while it was public.
        await _here.ExecuteAsync("UPDATE endpoint SET state = 'active', attempts = 0, due_at = NULL WHERE endpoint_id = @id", new { id });
        (await partner.DoAsync($"/v1/endpoints/{id}/test")).GetProperty("outcome").GetString().ShouldBe("address-refused");
        await _here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => await _here.ScalarAsync<string>("SELECT outcome FROM attempt WHERE endpoint_id = @id AND kind = 'event'", new { id }) is "address-refused", "it is tried");
        _inside.Pending().ShouldBeFalse("nobody knocked");
    }

    [Fact]
    public async Task Should_not_be_written_as_another_address_either()
    {
        var client = await _here.AgreeAsync();
        using var partner = _here.As(client);
        var id = (await partner.DoAsync("/v1/endpoints", new { url = Url }, HttpStatusCode.Created)).GetProperty("endpoint").GetProperty("id").GetGuid();
        _resolver.Addresses = "10.0.0.8";

        using var changed = await partner.SendAsync(HttpMethod.Put, $"/v1/endpoints/{id}", new { url = Url + "/other" }, "*");

        (await changed.JsonAsync(HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("endpoint-address-refused");
    }

    public ValueTask DisposeAsync()
    {
        _inside.Dispose();
        return _here.DisposeAsync();
    }
}
