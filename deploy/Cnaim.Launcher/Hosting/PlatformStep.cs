namespace Cnaim.Launcher;

/// <summary>Progress of a long operation.</summary>
/// <param name="Title">What is being done, such as <c>Starting services</c>.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">Out of how much.</param>
/// <param name="Detail">What is being done at the moment.</param>
public sealed record PlatformStep(string Title, int Done, int Total, string? Detail = null);
