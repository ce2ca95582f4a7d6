namespace Cnaim.ServiceDefaults.Problems;

/// <summary>An outage that has a name, thrown where no endpoint can return it; the answer is its problem. What is expected is a returned <see cref="Refusal"/> instead.</summary>
public sealed class RefusalException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="refusal">What the caller is answered.</param>
    public RefusalException(Refusal refusal)
        : base(refusal?.Code) => Refusal = refusal ?? throw new ArgumentNullException(nameof(refusal));

    /// <summary>Without a name; only serializers need it.</summary>
    public RefusalException()
        : this(CommonRefusals.Unavailable)
    {
    }

    /// <summary>Without a name; only serializers need it.</summary>
    /// <param name="message">Not used.</param>
    public RefusalException(string message)
        : base(message) => Refusal = CommonRefusals.Unavailable;

    /// <summary>Without a name; only serializers need it.</summary>
    /// <param name="message">Not used.</param>
    /// <param name="innerException">The cause.</param>
    public RefusalException(string message, Exception innerException)
        : base(message, innerException) => Refusal = CommonRefusals.Unavailable;

    /// <summary>What the caller is answered.</summary>
    public Refusal Refusal { get; }
}
