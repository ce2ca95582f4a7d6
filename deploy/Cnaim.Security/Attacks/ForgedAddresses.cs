using System.Globalization;
using System.Text.Json;
using Cnaim.Security.Calls;
using RabbitMQ.Client;

namespace Cnaim.Security.Attacks;

/// <summary>S16: a command that a service may send, which asks for faults or answers at an address of the attacker's: MassTransit would send them wherever a message says.</summary>
internal static class ForgedAddresses
{
    private static readonly string[] Types = ["urn:message:Cnaim.Contracts.Commands:RequestReferral"];

    public static IEnumerable<Attack> All { get; } = new[] { "faultAddress", "responseAddress" }.Select(member => new Attack(
        "S16", $"a command of one's own with a {member}", "accepted, 0 applied, 1 parked as bad_sender", (attacker, cancellationToken) => TryAsync(attacker, member, cancellationToken)));

    /// <summary>What was parked is taken away again: it would stay for the operator.</summary>
    private static async Task<string> TryAsync(Attacker attacker, string member, CancellationToken cancellationToken)
    {
        var (id, stream, applied) = (Guid.CreateVersion7(), Guid.CreateVersion7(), await Sql.CountAsync(attacker, "health", ForgedMessages.Applied, cancellationToken));
        var parked = $"WITH gone AS (DELETE FROM messaging.parked WHERE message_id = '{id}' AND reason = 'bad_sender' RETURNING 1) SELECT count(*) FROM gone";
        var sent = await ForgedMessages.TryAsync(attacker, "education", async channel => await channel.BasicPublishAsync(ForgedMessages.Commands, "health", mandatory: true, Command(id, stream), Body(id, stream, member)), cancellationToken);
        var count = 0L;
        for (var attempt = 0; attempt < 200 && (count = await Sql.CountAsync(attacker, "health", parked, cancellationToken)) == 0; attempt++)
        {
            await Task.Delay(50, cancellationToken);
        }

        return $"{sent}, {await Sql.CountAsync(attacker, "health", ForgedMessages.Applied, cancellationToken) - applied} applied, {count} parked as bad_sender";
    }

    private static BasicProperties Command(Guid id, Guid stream) => new()
    {
        UserId = "education",
        MessageId = id.ToString(),
        ContentType = "application/vnd.masstransit+json",
        Headers = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = id.ToString(),
            ["ce-type"] = "pt.cnaim.command.request-referral.v1",
            ["ce-source"] = "urn:cnaim:education",
            ["ce-subject"] = stream.ToString(),
            ["ce-sequence"] = "1",
            ["ce-audience"] = "health",
            ["ce-eventday"] = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["ce-time"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        },
    };

    private static byte[] Body(Guid id, Guid referral, string member) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["messageId"] = id,
        [member] = "rabbitmq://127.0.0.1/cnaim/education",
        ["messageType"] = Types,
        ["message"] = new
        {
            referralId = referral,
            disclosureId = Guid.CreateVersion7(),
            personRef = new string('a', 26),
            sender = new { office = "education", centre = "cnaim-lisboa" },
            receiver = new { office = "health", centre = "cnaim-lisboa" },
            request = "health.user-number",
            priority = "routine",
            acknowledgeBy = DateTimeOffset.UtcNow.AddDays(1),
            resolveBy = DateTimeOffset.UtcNow.AddDays(9),
            requestedAt = DateTimeOffset.UtcNow,
        },
    });
}
