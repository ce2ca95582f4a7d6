using System.ComponentModel;
using System.Diagnostics;
using Cnaim.Servers;

namespace Cnaim.Cli.Doctor;

/// <summary>Versions of the programs that the platform uses.</summary>
internal static class Programs
{
    public static IEnumerable<Finding> Check()
    {
        yield return Version("dotnet", "dotnet", ["--version"], "Install the .NET 10 SDK.");
        yield return PostgresBinaries.Find() is { } postgres
            ? Version("PostgreSQL", Path.Combine(postgres, "postgres"), ["--version"], "Reinstall postgresql.")
            : Missing("PostgreSQL", "CNAIM_POSTGRES", "apt-get install postgresql");
        yield return RabbitMqBinaries.Find() is { } broker
            ? Finding.Good("RabbitMQ", BrokerVersion(broker))
            : Missing("RabbitMQ", "CNAIM_RABBITMQ", "apt-get install rabbitmq-server");
        yield return Version(
            "Erlang", "erl", ["-noshell", "-eval", "io:put_chars(erlang:system_info(otp_release)), halt()."], "It comes with rabbitmq-server: apt-get install rabbitmq-server.");
        yield return Output("node", ["--version"]) is { } node
            ? Finding.Good("Node", node)
            : Finding.Bad("Node", "not installed", "Building the pages' style sheet needs it: apt-get install nodejs npm.");
    }

    private static Finding Missing(string name, string variable, string install) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 }
        ? Finding.Good(name, $"not installed; {variable} names a server")
        : Finding.Bad(name, "not installed", $"Run {install}, or set {variable}.");

    private static Finding Version(string name, string program, string[] arguments, string advice) =>
        Output(program, arguments) is { } version ? Finding.Good(name, version) : Finding.Bad(name, "does not answer", advice);

    // The folder that the script lies in is named after the version.
    private static string BrokerVersion(string folder)
    {
        var real = File.ResolveLinkTarget(Path.Combine(folder, "rabbitmq-server"), returnFinalTarget: true)?.FullName ?? folder;
        return Array.Find(real.Split('/'), part => part.StartsWith("rabbitmq_server-", StringComparison.Ordinal))?["rabbitmq_server-".Length..] ?? "installed";
    }

    private static string? Output(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
