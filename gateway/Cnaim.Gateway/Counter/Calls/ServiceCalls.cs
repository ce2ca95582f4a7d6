using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Gateway.Routing;
using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Counter.Calls;

/// <summary>Calls services for the member of staff whose page is served, with a token that one service accepts; rights are checked there.</summary>
internal sealed class ServiceCalls(IHttpClientFactory clients, ServiceAddresses addresses, InternalTokens tokens, WorkInHand work, IHttpContextAccessor accessor)
{
    public const string HttpClientName = "counter";

    public Task<ServiceAnswer<T>> GetAsync<T>(string service, string path, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(new ServiceRequest(service, HttpMethod.Get, path), cancellationToken);

    public async Task<ServiceAnswer<T>> SendAsync<T>(ServiceRequest call, CancellationToken cancellationToken)
        where T : class
    {
        if (addresses.Http(call.Service) is not [var address, ..])
        {
            return new(null, ServiceProblem.Silent, null);
        }

        try
        {
            using var request = await CreateAsync(call, new Uri(address), cancellationToken);
            using var client = clients.CreateClient(HttpClientName);
            client.Timeout = call.Patience ?? client.Timeout;
            using var answer = await client.SendAsync(request, cancellationToken);
            return await ReadAsync<T>(answer, cancellationToken);
        }
        catch (Exception silent) when (silent is HttpRequestException or TokenRefusedException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(null, ServiceProblem.Silent, null);
        }
    }

    private async Task<HttpRequestMessage> CreateAsync(ServiceRequest call, Uri address, CancellationToken cancellationToken)
    {
        var context = accessor.HttpContext!;
        var request = new HttpRequestMessage(call.Method, new Uri(address, call.Path)) { Content = call.Body is null ? null : JsonContent.Create(call.Body) };
        if (!call.IsAnonymous && CallerProof.Of(context.Request) is { IsSession: true } proof)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(proof, call.Service, call.Purpose, work.Behind(call.Service), cancellationToken));
        }

        // Limits count by the browser's address, as they do for calls that are passed on.
        request.Headers.Add("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        Add("Idempotency-Key", call.IdempotencyKey is { } key ? KeyAt(call.Service, key) : null);
        Add("If-Match", call.IfMatch);
        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    // One form may go to two services: what they store must not tell that it was one.
    private static string KeyAt(string service, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(service + '\n' + key)))[..32];

    private async Task<ServiceAnswer<T>> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
        where T : class
    {
        if (answer.Headers.TryGetValues(SessionCookie.ServiceHeader, out var session) && session.FirstOrDefault() is { Length: > 0 } secret)
        {
            SessionCookie.Begin(accessor.HttpContext!.Response, secret);
        }

        if (answer.IsSuccessStatusCode)
        {
            var value = answer.StatusCode is HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<T>(cancellationToken);
            return new(value, null, answer.Headers.ETag?.ToString());
        }

        return new(null, await ProblemAsync(answer, cancellationToken), null);
    }

    private static async Task<ServiceProblem> ProblemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var problem = text.StartsWith('{') ? JsonSerializer.Deserialize<ServiceProblem>(text, JsonSerializerOptions.Web) : null;
        return (problem ?? new ServiceProblem()) with { Status = (int)answer.StatusCode, RetryAfter = answer.Headers.RetryAfter?.Delta };
    }

    /// <summary>An id in a path: nothing but what ids consist of gets there.</summary>
    public static string Id(object id) => Uri.EscapeDataString(Convert.ToString(id, CultureInfo.InvariantCulture)!);
}
