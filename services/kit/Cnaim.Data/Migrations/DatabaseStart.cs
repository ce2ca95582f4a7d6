namespace Cnaim.Data.Migrations;

/// <summary>Tells who needs the schema when every migration has been applied.</summary>
public sealed class DatabaseStart
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the schema is complete.</summary>
    public bool IsComplete => _completed.Task.IsCompletedSuccessfully;

    /// <summary>Waits until the schema is complete.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _completed.Task.WaitAsync(cancellationToken);

    internal void Complete() => _completed.TrySetResult();
}
