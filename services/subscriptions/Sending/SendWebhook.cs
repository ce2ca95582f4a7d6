using System.Net.Http.Headers;
using Cnaim.Subscriptions.Guard;

namespace Cnaim.Subscriptions.Sending;

/// <summary>Sends one signed request and keeps the beginning of the answer; never inside a transaction.</summary>
internal sealed class SendWebhook(IHttpClientFactory clients, TimeProvider clock)
{
    public const int LargestBody = 20_000;
    public const int KeptBody = 2048;
    private const int KeptHeaders = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<WebhookAnswer> SendAsync(OutgoingWebhook webhook, CancellationToken cancellationToken)
    {
        var (startedAt, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (webhook.Body.Length >= LargestBody)
        {
            return new WebhookAnswer { StartedAt = startedAt, Outcome = Outcome.TooLarge, Duration = TimeSpan.Zero };
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(Patience);
        using var request = Request(webhook, startedAt);
        var sent = Text(request.Headers);
        try
        {
            using var client = clients.CreateClient(GuardExtensions.HttpClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token);
            return new WebhookAnswer
            {
                StartedAt = startedAt,
                Outcome = Outcome.Of((int)answer.StatusCode),
                Sent = sent,
                Status = (int)answer.StatusCode,
                Headers = Text(answer.Headers.Concat(answer.Content.Headers)),
                Body = await BeginningAsync(answer.Content, timer.Token),
                RetryAfter = WaitOf(answer.Headers.RetryAfter, startedAt),
                Duration = clock.GetElapsedTime(started),
            };
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer { StartedAt = startedAt, Outcome = OutcomeOf(error), Sent = sent, Duration = clock.GetElapsedTime(started) };
        }
    }

    private static HttpRequestMessage Request(OutgoingWebhook webhook, DateTimeOffset at)
    {
        var content = new ByteArrayContent(webhook.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = content };
        request.Headers.Add("webhook-id", webhook.WebhookId);
        request.Headers.Add("webhook-timestamp", SignWebhook.Timestamp(at));
        request.Headers.Add("webhook-signature", SignWebhook.Sign(webhook.WebhookId, at, webhook.Body, webhook.Secrets));
        request.Headers.Add("User-Agent", "CNAIM-Webhooks/1.0");
        if (webhook.AuditRoot is { } root)
        {
            request.Headers.Add("cnaim-audit-root", root);
        }

        return request;
    }

    // A receiver that has answered and then breaks off, or goes on without end, has answered.
    private static async Task<byte[]> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var (kept, length) = (new byte[KeptBody], 0);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (length < KeptBody && await stream.ReadAsync(kept.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return kept[..length];
        }

        return kept[..length];
    }

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? asked, DateTimeOffset now) => asked switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until > now => until - now,
        _ => null,
    };

    private static string OutcomeOf(Exception error) => error switch
    {
        OperationCanceledException => Outcome.TimedOut,
        AddressRefusedException or { InnerException: AddressRefusedException } => Outcome.AddressRefused,
        _ => Outcome.Unreachable,
    };

    private static string Text(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        var text = string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
        return text.Length <= KeptHeaders ? text : text[..KeptHeaders];
    }
}
