using System.Security.Claims;
using System.Text.Encodings.Web;
using Cnaim.GrpcTests.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cnaim.Grpc.Tests;

public sealed class When_calls_need_authorization
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_refuse_a_call_without_a_token()
    {
        await using var server = await Start();

        (await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest())))
            .StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Should_refuse_a_caller_without_the_right_role()
    {
        await using var server = await Start();

        (await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest(), Token("guest"))))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Should_accept_a_token_in_the_headers_of_the_call()
    {
        await using var server = await Start();

        (await server.Client.SayAsync(new EchoRequest { Text = "a" }, Token("service"), cancellationToken: Cancellation)).Text.ShouldBe("a");
    }

    [Theory]
    [InlineData(true, StatusCode.OK)]
    [InlineData(false, StatusCode.Unauthenticated)]
    public async Task Should_send_call_credentials_in_clear_text_only_when_allowed(bool isAllowed, StatusCode expected)
    {
        await using var server = await Start();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = isAllowed });
        var credentials = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("authorization", "Test service");
            return Task.CompletedTask;
        });

        using var call = new Echo.EchoClient(channel).SayAsync(new EchoRequest(), new CallOptions(credentials: credentials));
        await Task.WhenAny(call.ResponseAsync);

        call.GetStatus().StatusCode.ShouldBe(expected);
    }

    private static Metadata Token(string role) => new() { { "authorization", $"Test {role}" } };

    private static Task<EchoServer> Start() => EchoServer.Start(
        services =>
        {
            services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TokenHandler>("Test", null);
            services.AddAuthorization(options => options.AddPolicy("service", policy => policy.RequireRole("service")));
        },
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGrpcService<EchoService>().RequireAuthorization("service");
        });

    private sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            return Task.FromResult(header.StartsWith("Test ", StringComparison.Ordinal)
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, header[5..])], "Test")), "Test"))
                : AuthenticateResult.NoResult());
        }
    }
}
