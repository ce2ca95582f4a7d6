using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The tour of eight files that explains the platform in twenty minutes.</summary>
public sealed class When_a_newcomer_reads
{
    public static TheoryData<string> Tour() =>
    [
        "README.md",
        "contracts/README.md",
        "services/agencies/health/Program.cs",
        "services/agencies/health/HealthUserNumbers/HealthUserNumberEndpoints.cs",
        "services/kit/Cnaim.OfficeKit/Referrals/RequestReferralConsumer.cs",
        "services/kit/Cnaim.Messaging/OfficeTransaction.cs",
        "gateway/Cnaim.Gateway/appsettings.json",
        "tests/Cnaim.Offices.Tests/Conformance/OfficeConformance.cs",
    ];

    [Theory]
    [MemberData(nameof(Tour))]
    public void Should_find_the_file_short(string file)
    {
        var path = Repository.At(file.Split('/'));

        File.Exists(path).ShouldBeTrue(file);
        if (file.EndsWith(".cs", StringComparison.Ordinal))
        {
            Source.Read(path).Lines.ShouldBeLessThanOrEqualTo(150);
        }
    }

    [Fact]
    public void Should_find_a_public_type_in_a_file_of_its_name() =>
        Source.CSharp("services", "gateway", "contracts")
            .Where(source => !source.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && !source.Path.Contains(".g.", StringComparison.Ordinal))
            .Where(source => source.Code.Contains("public sealed", StringComparison.Ordinal) && !source.Code.Contains(Path.GetFileName(source.Path).Split('.')[0], StringComparison.Ordinal))
            .Select(source => source.Path).ShouldBeEmpty();
}
