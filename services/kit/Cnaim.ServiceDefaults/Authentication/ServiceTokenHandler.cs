using System.Net.Http.Headers;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Sends the service's own token with each request of an <see cref="HttpClient"/>; <see cref="ServiceTokenExtensions.AddServiceToken"/> adds it.</summary>
/// <param name="tokens">The service's tokens.</param>
internal sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
