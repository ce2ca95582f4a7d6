using System.Diagnostics;
using System.Runtime.CompilerServices;
using OpenTelemetry;

namespace Cnaim.ServiceDefaults.Telemetry;

/// <summary>
/// Leaves on a span only what is known to hold codes, counts, times and addresses of services. URLs, statements, headers and the texts of exceptions can
/// hold what people are called and when they were born, so that whatever a source adds stays here until it is named below.
/// </summary>
internal sealed class ScrubSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.name", "network.protocol.version", "server.port",
        "error.type", "exception.type", "db.system", "db.system.name", "db.name", "db.namespace", "db.operation.name", "db.response.status_code", "db.npgsql.prepared",
        "rpc.system", "rpc.service", "rpc.method", "rpc.grpc.status_code", "proxy.route_id", "proxy.cluster_id", "proxy.destination_id",
    };

    private static readonly string[] KeptPrefixes = ["messaging.", "cnaim."];

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.Where(tag => !IsKept(tag.Key)).ToList())
        {
            data.SetTag(key, null);
        }

        data.SetStatus(data.Status);
        data.TraceStateString = null;
        ScrubEvents(data);
        ScrubLinks(data);
    }

    private static bool IsKept(string key) => Kept.Contains(key) || KeptPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    // Events and links cannot be taken off an activity; what the lists of the activity hold is replaced where it lies.
    private static void ScrubEvents(Activity data)
    {
        foreach (ref readonly var entry in data.EnumerateEvents())
        {
            Unsafe.AsRef(in entry) = new ActivityEvent(entry.Name, entry.Timestamp, new ActivityTagsCollection(entry.Tags.Where(tag => IsKept(tag.Key))));
        }
    }

    private static void ScrubLinks(Activity data)
    {
        foreach (ref readonly var link in data.EnumerateLinks())
        {
            Unsafe.AsRef(in link) = new ActivityLink(new ActivityContext(link.Context.TraceId, link.Context.SpanId, link.Context.TraceFlags));
        }
    }
}
