using System.Globalization;

namespace Cnaim.Launcher;

/// <summary>A look at all processes of the machine at one moment.</summary>
public sealed class ProcessTable
{
    private const double TicksPerSecond = 100;

    private readonly ILookup<int, Row> _children;
    private readonly Dictionary<int, Row> _rows;

    private ProcessTable(List<Row> rows)
    {
        _rows = rows.ToDictionary(row => row.Id);
        _children = rows.ToLookup(row => row.Parent);
    }

    /// <summary>Looks at <c>/proc</c>.</summary>
    public static ProcessTable Read() => new([.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Row.Read(id) : null).OfType<Row>()]);

    /// <summary>Memory and processor time of a process and its descendants.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="withMemory">Also memory, which takes a few milliseconds a process.</param>
    public ResourceUsage Of(int processId, bool withMemory) =>
        Below(processId).Aggregate(ResourceUsage.None, (sum, row) => sum + new ResourceUsage(withMemory ? Proportional(row.Id) : 0, row.Ticks / TicksPerSecond, 1));

    /// <summary>Memory and processor time of one process alone.</summary>
    /// <param name="processId">The process.</param>
    public ResourceUsage Alone(int processId) =>
        _rows.TryGetValue(processId, out var row) ? new ResourceUsage(Proportional(row.Id), row.Ticks / TicksPerSecond, 1) : ResourceUsage.None;

    /// <summary>Ids of a process and its descendants.</summary>
    /// <param name="processId">The process.</param>
    public IReadOnlyList<int> Ids(int processId) => [.. Below(processId).Select(row => row.Id)];

    private IEnumerable<Row> Below(int processId) =>
        (_rows.TryGetValue(processId, out var own) ? (Row[])[own] : []).Concat(_children[processId].SelectMany(child => Below(child.Id)));

    private static long? Proportional(int processId)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/smaps_rollup")).First(text => text.StartsWith("Pss:", StringComparison.Ordinal));
            return long.Parse(line[4..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}")) ? null : 0;
        }
    }

    private sealed record Row(int Id, int Parent, long Ticks)
    {
        public static Row? Read(int id)
        {
            try
            {
                var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
                var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
                return new Row(id, int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                return null;
            }
        }
    }
}
