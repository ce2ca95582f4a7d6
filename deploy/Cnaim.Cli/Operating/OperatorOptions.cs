using System.CommandLine;

namespace Cnaim.Cli.Operating;

/// <summary>Options that the operator's commands share.</summary>
internal static class OperatorOptions
{
    public static Option<string> Service { get; } = new("--service") { Description = "Code of the service.", Required = true };

    public static Option<string> Centre { get; } = new("--centre") { Description = "Centre of the demo administrator.", DefaultValueFactory = _ => "cnaim-lisboa" };

    public static Option<Guid?> Id { get; } = new("--id") { Description = "One message." };

    public static Option<Guid?> Stream { get; } = new("--stream") { Description = "All messages of one stream." };

    public static Option<bool> All { get; } = new("--all") { Description = "Everything." };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the service's own answer." };
}
