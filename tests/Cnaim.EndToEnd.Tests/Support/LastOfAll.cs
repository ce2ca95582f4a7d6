using Xunit.Sdk;
using Xunit.v3;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Runs the class that looks back at everything after the others; these keep their order.</summary>
public sealed class LastOfAll : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName.Contains(nameof(When_everything_has_been_played), StringComparison.Ordinal))];
}
