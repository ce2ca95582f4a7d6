namespace Cnaim.Servers;

/// <summary>A server cannot be started or reached; the message is one sentence for the person at the terminal that says what to do.</summary>
public sealed class ServerException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that says what is wrong and what to do.</param>
    public ServerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that says what is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a sentence; only serializers need it.</summary>
    public ServerException()
    {
    }
}
