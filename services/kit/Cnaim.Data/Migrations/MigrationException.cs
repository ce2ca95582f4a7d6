namespace Cnaim.Data.Migrations;

/// <summary>The schema cannot be brought up to date; waiting does not help.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Nothing is known.</summary>
    public MigrationException()
    {
    }

    /// <summary>Says which file and what to do.</summary>
    /// <param name="message">One sentence for the operator.</param>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>Says which file failed and why.</summary>
    /// <param name="message">One sentence for the operator.</param>
    /// <param name="innerException">The database's answer.</param>
    public MigrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
