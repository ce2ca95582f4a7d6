using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Demo.Journal;

/// <summary>The demo's own append-only log, one JSON line for everything that was accepted; the count at the end starts from it.</summary>
internal sealed class DemoJournal : IDisposable
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;

    public DemoJournal(string folder, string name, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, name + ".jsonl");
        _clock = clock;
        _writer = new StreamWriter(new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public string Path { get; }

    public void Add(JournalLine line)
    {
        var text = JsonSerializer.Serialize(line with { At = _clock.GetUtcNow() }, Form);
        lock (_gate)
        {
            _writer.WriteLine(text);
        }
    }

    /// <summary>Reads back what the file holds, not what memory remembers.</summary>
    public IReadOnlyList<JournalLine> ReadAll()
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = new List<JournalLine>();
        while (reader.ReadLine() is { } text)
        {
            lines.Add(JsonSerializer.Deserialize<JournalLine>(text, Form)!);
        }

        return lines;
    }

    public void Dispose() => _writer.Dispose();
}
