using Xunit.Sdk;
using Xunit.v3;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Runs the classes that look back at everything after the others, which keep their order: the join of all databases, then the hunt for words.</summary>
public sealed class LastOfAll : ITestCollectionOrderer
{
    private static readonly string[] Late = [nameof(When_all_databases_are_joined), nameof(When_everything_has_been_played)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Late, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)))];
}
