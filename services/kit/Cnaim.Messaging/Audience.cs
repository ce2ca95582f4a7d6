using Cnaim.Messaging.Inbox;
using MassTransit;

namespace Cnaim.Messaging;

/// <summary>Who a message is for: one service (a command) or the network (a thin event). A stream is counted per audience.</summary>
public readonly record struct Audience
{
    /// <summary>Code of <see cref="Network"/>.</summary>
    internal const string All = "all";

    private Audience(string code) => Code = code;

    /// <summary>The receiving service's code, or <c>all</c>; stored as <c>audience</c>.</summary>
    public string Code { get; }

    /// <summary>Everybody whom the topology allows to listen: the audience of events.</summary>
    public static Audience Network { get; } = new(All);

    /// <summary>One service: the audience of commands.</summary>
    /// <param name="code">The receiving service's code, for example <c>health</c>.</param>
    public static Audience Service(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new Audience(code);
    }

    /// <summary>The verified sender of the message that is being consumed.</summary>
    /// <param name="context">The consumer's context.</param>
    /// <exception cref="InvalidOperationException">The message did not come through the inbox.</exception>
    public static Audience SenderOf(ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Audience(VerifiedSender.Of(context)
            ?? throw new InvalidOperationException("The message has no sender that the broker verified."));
    }

    /// <inheritdoc />
    public override string ToString() => Code;
}
