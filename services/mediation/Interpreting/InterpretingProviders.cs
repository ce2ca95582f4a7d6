using Microsoft.Extensions.Options;

namespace Cnaim.Mediation.Interpreting;

/// <summary>The providers of this installation; those of the sandbox exist there alone.</summary>
internal sealed class InterpretingProviders(IOptions<InterpretingOptions> options, MediationMode mode)
{
    /// <summary>In the sandbox a desk that ends so finds no interpreter (integration.md section 7).</summary>
    private const string NobodyThere = "003";

    public IReadOnlyList<InterpretingProvider> All => options.Value.Providers is { Count: > 0 } own ? own : mode.IsSandbox ? options.Value.SandboxProviders : [];

    public int Minutes => options.Value.Minutes;

    public IReadOnlyList<InterpretingProvider> For(string? desk) => mode.IsSandbox && desk?.EndsWith(NobodyThere, StringComparison.Ordinal) is true ? [] : All;

    public InterpretingProvider? Find(string? code) => All.FirstOrDefault(provider => string.Equals(provider.Code, code, StringComparison.Ordinal));
}
