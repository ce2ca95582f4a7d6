using System.Text.RegularExpressions;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The guard rails of style.md section 2.</summary>
public sealed partial class When_the_kit_is_published
{
    private static readonly IReadOnlyList<Source> Sources = Source.CSharp("services/kit");

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Should_have_the_approved_public_API(string name)
    {
        var assembly = Kit.Assemblies.Single(assembly => string.Equals(assembly.GetName().Name, name, StringComparison.Ordinal));

        ApprovedFile.ShouldEqual(Repository.At("tests", "Cnaim.Architecture.Tests", "PublicApi", name + ".approved.txt"), PublicApi.Render(assembly));
    }

    [Fact]
    public void Should_contain_every_kit_project() =>
        Repository.Files("services/kit", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Except(Kit.Assemblies.Select(assembly => assembly.GetName().Name!), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Should_seal_every_class_that_nothing_derives_from()
    {
        var bases = Kit.Types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        Kit.Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type)).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_handlers_stores_and_consumers_to_itself() =>
        Kit.Types.Where(type => type.IsPublic && Inside().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Should_name_no_office()
    {
        var names = new Regex($"[\"'](?:{string.Join('|', Offices.Codes)})[\"']", RegexOptions.None, TimeSpan.FromSeconds(2));
        var sql = Repository.Files("services/kit", ".sql").Select(Source.Read);

        Sources.Concat(sql).SelectMany(source => source.Find(names)).ShouldBeEmpty("what differs between offices is data or a seam");
    }

    [Fact]
    public void Should_not_branch_on_an_office() =>
        Sources.SelectMany(source => source.Find(Branch())).ShouldBeEmpty();

    [Fact]
    public void Should_not_name_classes_after_nothing() =>
        Kit.Types.Where(type => Vague().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty("style.md rule 6: name classes after actions");

    public static TheoryData<string> Assemblies() => [.. Kit.Assemblies.Select(assembly => assembly.GetName().Name!)];

    [GeneratedRegex("(Consumer|Store|Sql|Endpoints|Handler|Rules|Relay)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"switch\s*\(\s*[\w.]*[oO]ffice\w*\s*\)|[oO]ffice\w*\s+switch\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Branch();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vague();
}
