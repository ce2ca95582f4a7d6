using System.Text.Encodings.Web;
using System.Text.Json;
using Cnaim.Architecture.Tests.Hosts;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The book of problem codes that the gateway carries, so that its pages need no service that answers.</summary>
public sealed class When_problems_are_published
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Should_equal_the_committed_book() =>
        ApprovedFile.ShouldEqual(Repository.At("contracts", "problems.json"), JsonSerializer.Serialize(
            ServiceApi.Codes.SelectMany(service => ServiceApi.Of(service).Problems.Select(problem => (Service: service, Problem: problem)))
                .GroupBy(entry => entry.Problem).OrderBy(entry => entry.Key.Code, StringComparer.Ordinal)
                .Select(entry => new { Problem = entry.Key, Services = entry.Select(part => part.Service).ToArray() }),
            Indented));

    [Fact]
    public void Should_say_what_to_do_about_what_partners_meet_at_subscriptions()
    {
        var common = ServiceApi.Of("borders").Problems.Select(problem => problem.Code).ToHashSet(StringComparer.Ordinal);

        ServiceApi.Of("subscriptions").Problems.Where(problem => !common.Contains(problem.Code) && string.Equals(problem.Fix, problem.Detail, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
