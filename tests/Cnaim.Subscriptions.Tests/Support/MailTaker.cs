using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cnaim.Testing;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>A real SMTP server: the npm package smtp-server in a process of its own.</summary>
internal sealed class MailTaker : IAsyncDisposable
{
    private static readonly string Folder = Repository.At("tests", "Cnaim.Subscriptions.Tests", "node");
    private readonly Process _process;
    private readonly List<TakenMail> _mails = [];

    private MailTaker(Process process) => _process = process;

    public int Port { get; private set; }

    public IReadOnlyList<TakenMail> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>With STARTTLS it shows a certificate that nobody has signed.</summary>
    public static async Task<MailTaker> StartAsync(bool isPlain = true)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "smtp-server")))
        {
            using var installed = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            await installed.WaitForExitAsync(Calls.Cancelled);
            installed.ExitCode.ShouldBe(0, await installed.StandardError.ReadToEndAsync(Calls.Cancelled));
        }

        var taker = new MailTaker(isPlain ? Start("node", "mail.mjs", "--plain") : Start("node", "mail.mjs"));
        var first = await taker._process.StandardOutput.ReadLineAsync(Calls.Cancelled) ?? throw new InvalidOperationException(await taker._process.StandardError.ReadToEndAsync(Calls.Cancelled));
        taker.Port = JsonElement.Parse(first).GetProperty("port").GetInt32();
        _ = taker.ReadAsync();
        return taker;
    }

    public Task RefuseAsync(int count) => _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"refuse {count}"));

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_mails)
            {
                _mails.Add(JsonSerializer.Deserialize<TakenMail>(line, JsonSerializerOptions.Web)!);
            }
        }
    }

    private static Process Start(string command, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.AutoFlush = true;
        return process;
    }
}

/// <summary>A mail as the server took it.</summary>
internal sealed record TakenMail(string From, string[] To, bool Secure, string Text)
{
    /// <summary>The words of the body.</summary>
    public string Body => Encoding.UTF8.GetString(Text.Contains("base64", StringComparison.Ordinal) ? Convert.FromBase64String(Raw.Replace("\r\n", "", StringComparison.Ordinal)) : Encoding.UTF8.GetBytes(Raw));

    public string Id => Text.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));

    private string Raw => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].TrimEnd();
}
