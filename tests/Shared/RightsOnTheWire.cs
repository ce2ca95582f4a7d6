using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Cnaim.Testing;

/// <summary>Every operation of a running service called by every kind of caller, compared with the table.</summary>
internal static partial class RightsOnTheWire
{
    /// <summary>What is not as the table says; a call that may not be made is a 403, one that may is anything but 401 and 403. Writes break their JSON, so nothing is written.</summary>
    public static Task<(int Calls, IReadOnlyList<string> Differences)> CompareAsync(
        string service, HttpClient client, Func<RightsMatrix.Caller, string> tokenOf, CancellationToken cancellationToken) =>
        CompareAsync(service, client, RightsMatrix.Callers(service), tokenOf, cancellationToken);

    /// <summary>The same for some callers.</summary>
    public static async Task<(int Calls, IReadOnlyList<string> Differences)> CompareAsync(
        string service, HttpClient client, IEnumerable<RightsMatrix.Caller> callers, Func<RightsMatrix.Caller, string> tokenOf, CancellationToken cancellationToken)
    {
        var (calls, differences) = (0, new List<string>());
        foreach (var caller in callers)
        {
            var token = tokenOf(caller);
            foreach (var (method, path, right) in RightsMatrix.Operations(service))
            {
                var status = await CallAsync(client, method, path, token, cancellationToken);
                var isAsTold = RightsMatrix.Allows(service, right, caller)
                    ? status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    : status is HttpStatusCode.Forbidden;
                calls++;
                if (!isAsTold)
                {
                    differences.Add(string.Create(CultureInfo.InvariantCulture, $"{method} {path} {caller}: {(int)status}"));
                }
            }
        }

        return (calls, differences);
    }

    private static async Task<HttpStatusCode> CallAsync(HttpClient client, string method, string path, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(path, parameter => parameter.Value is "{version}" or "{sealNo}" ? "1" : Guid.NewGuid().ToString()));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (!string.Equals(method, "GET", StringComparison.Ordinal))
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
