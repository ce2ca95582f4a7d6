using System.Globalization;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Status and metadata of an answer.</summary>
internal static class ResponseMetadata
{
    private static readonly Status s_ok = Status.DefaultSuccess;

    public static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (GrpcNames.IsReserved(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                MetadataValues.TryAdd(metadata, name.ToLowerInvariant(), value);
            }
        }

        return metadata;
    }

    public static Status? ReadStatus(HttpHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(GrpcNames.Status, out var codes))
        {
            return null;
        }

        var text = First(codes);
        if (text is "0")
        {
            return s_ok;
        }

        var code = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (StatusCode)number : StatusCode.Unknown;
        return new Status(code, headers.NonValidated.TryGetValues(GrpcNames.Message, out var messages) ? PercentEncoding.Decode(First(messages)) : "");
    }

    public static string? ReadEncoding(HttpHeaders headers) =>
        headers.NonValidated.TryGetValues(GrpcNames.Encoding, out var values) ? First(values) : null;

    private static string First(HeaderStringValues values)
    {
        foreach (var value in values)
        {
            return value;
        }

        return "";
    }
}
