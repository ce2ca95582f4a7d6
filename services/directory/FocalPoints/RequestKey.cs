using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Directory.FocalPoints;

/// <summary>The <c>Idempotency-Key</c> of a request that adds: kept with what it added, for good.</summary>
internal static class RequestKey
{
    private const string Name = "Idempotency-Key";

    public static RequestHeader Header { get; } = new(Name, IsRequired: true, "1 to 255 visible characters, fresh for each request and the same when it is repeated.")
    {
        Refusals = [StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity],
    };

    /// <summary>A digest of who asked with which key.</summary>
    public static Decision<string> Read(HttpRequest request, Actor actor)
    {
        var values = request.Headers[Name];
        return values.Count == 0 ? DirectoryRefusals.KeyMissing
            : values is not [{ Length: > 0 and <= 255 } key] || key.AsSpan().ContainsAnyExceptInRange('!', '~') ? DirectoryRefusals.KeyInvalid
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Subject}@{actor.Office}\n{key}")));
    }
}
