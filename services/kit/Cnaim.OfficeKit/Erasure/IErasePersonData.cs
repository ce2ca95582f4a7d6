using Cnaim.Contracts;

namespace Cnaim.OfficeKit;

/// <summary>The seam for an office's own tables: forgets what they hold of a person. Any number may be registered; the kit erases its own tables by itself.</summary>
public interface IErasePersonData
{
    /// <summary>Erases inside the open <c>OfficeTransaction</c>. A dry run calls it as well and rolls back, so it must do nothing but change rows.</summary>
    /// <param name="target">Whose data.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One count per category.</returns>
    Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken);
}
