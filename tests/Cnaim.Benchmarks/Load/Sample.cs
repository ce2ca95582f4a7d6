namespace Cnaim.Benchmarks.Load;

/// <summary>One request as the client saw it.</summary>
/// <param name="IsMeasured">False during the warm-up.</param>
/// <param name="DueAt">When it was due (UTC, this machine's clock).</param>
/// <param name="Milliseconds">From the moment it was due to the complete answer.</param>
/// <param name="Status">HTTP status; 0 when the connection failed.</param>
/// <param name="Id">The id of what was created.</param>
internal readonly record struct Sample(bool IsMeasured, DateTime DueAt, double Milliseconds, int Status, Guid? Id);
