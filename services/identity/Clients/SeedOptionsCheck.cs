using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Clients;

/// <summary>In production a service does not start with a secret that could be guessed, nor with the sandbox client.</summary>
internal sealed class SeedOptionsCheck(IdentityMode mode) : IValidateOptions<SeedOptions>
{
    private const int ShortestSecret = 32;
    private const int FewestCharacters = 10;

    public ValidateOptionsResult Validate(string? name, SeedOptions options)
    {
        if (mode.IsSandbox)
        {
            return ValidateOptionsResult.Success;
        }

        if (options.Clients.Keys.FirstOrDefault(client => client is Client.SandboxKind || Client.SandboxPartners.ContainsKey(client)) is { } invented)
        {
            return ValidateOptionsResult.Fail($"Remove Seed__Clients__{invented}: demo identities exist only with CNAIM_MODE=sandbox.");
        }

        var weak = options.Clients.Where(client => IsWeak(client.Key, client.Value)).Select(client => "Seed__Clients__" + client.Key).ToList();
        return weak.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Set random secrets of at least {ShortestSecret} characters: {string.Join(", ", weak)}.");
    }

    private static bool IsWeak(string clientId, string secret) =>
        secret.Length < ShortestSecret
        || secret.Distinct().Count() < FewestCharacters
        || secret.Contains(clientId, StringComparison.OrdinalIgnoreCase)
        || secret.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
        || secret.Contains("secret", StringComparison.OrdinalIgnoreCase);
}
