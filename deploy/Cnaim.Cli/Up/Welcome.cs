using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Up;

/// <summary>What is printed when the platform is ready.</summary>
internal static class Welcome
{
    public static void Print(PlatformLayout layout, PlatformState state, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(new { state = state.Phase, gateway = state.Gateway, grpc = state.GatewayGrpc, services = state.Services.Count, home = layout.Home });
            return;
        }

        Terminal.Line();
        Terminal.Line($"{state.Services.Count} services are ready.");
        Terminal.Line($"  Gateway   {state.Gateway}");
        Terminal.Line($"  gRPC      {state.GatewayGrpc} (clear-text HTTP/2)");
        Terminal.Line($"  Data      {layout.Home}");
        if (state.Services.Any(service => service.Code is "identity"))
        {
            PrintSandbox(layout, state);
        }

        Terminal.Line();
        Terminal.Line("  ./cnaim status     how everything is");
        Terminal.Line("  ./cnaim logs CODE  what a service says");
        Terminal.Line("  ./cnaim down       stop it");
    }

    private static void PrintSandbox(PlatformLayout layout, PlatformState state)
    {
        var secret = SecretStore.Open(layout.Secrets).Password("client.sandbox");
        Terminal.Line();
        Terminal.Line("Sandbox client (may choose any demo identity):");
        Terminal.Line("  client_id     sandbox");
        Terminal.Line("  client_secret " + secret);
        Terminal.Line();
        Terminal.Line("Try it:");
        Terminal.Line("  TOKEN=$(./cnaim token reception@cnaim-lisboa)");
        Terminal.Line($"  curl -s -H \"Authorization: Bearer $TOKEN\" {state.Gateway}/api/directory/v1/organizations");
    }
}
