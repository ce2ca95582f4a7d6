using System.Runtime.InteropServices;

namespace Cnaim.Benchmarks.Load;

/// <summary>What the client keeps of an answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Id">The last segment of <c>Location</c> when it is an id.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HttpAnswer(int Status, Guid? Id);
