using System.Text.RegularExpressions;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests;

/// <summary>The offices of the topology manifest.</summary>
internal static partial class Offices
{
    public static IReadOnlyList<string> Codes { get; } =
        [.. Office().Matches(File.ReadAllText(Repository.At("deploy", "rabbitmq", "topology.yaml"))).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"code:\s*(?<code>[a-z-]+),\s*kind:\s*office", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Office();
}
