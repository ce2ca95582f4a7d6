namespace Cnaim.Data.Protection;

internal static class ReencryptionSql
{
    /// <summary>One replica at a time, to the end of the transaction.</summary>
    public const string TryLock = "SELECT pg_try_advisory_xact_lock(7741, 3)";
}
