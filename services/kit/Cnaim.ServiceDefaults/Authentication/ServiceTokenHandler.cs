using System.Net.Http.Headers;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Sends a token for one service with each request of an <see cref="HttpClient"/>; <see cref="ServiceTokenExtensions.AddServiceToken"/> adds it.</summary>
/// <param name="tokens">The service's tokens.</param>
/// <param name="audience">The code of the service that is called.</param>
internal sealed class ServiceTokenHandler(ServiceTokens tokens, string audience) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(audience, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
