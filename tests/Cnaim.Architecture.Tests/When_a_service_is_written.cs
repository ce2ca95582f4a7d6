using System.Text.RegularExpressions;
using Cnaim.Testing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>Sizes, time and SQL (style.md section 3).</summary>
public sealed partial class When_a_service_is_written
{
    private static readonly string[] Written = [".cs", ".sql", ".cshtml", ".css", ".js", ".mjs", ".sh", ".proto", ".yaml", ".yml"];

    private static readonly IReadOnlyList<Source> Sources = Source.CSharp("services", "gateway");

    [Fact]
    public void Should_have_a_Program_of_at_most_25_lines() =>
        Sources.Where(source => source.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && source.Lines > 25).Select(source => $"{source} {source.Lines}").ShouldBeEmpty();

    [Fact]
    public void Should_have_no_file_over_300_lines() =>
        new[] { "services", "gateway", "deploy" }.SelectMany(folder => Repository.Files(folder, Written)).Select(Source.Read)
            .Where(source => source.Lines > 300 && !source.Path.StartsWith("deploy/data/", StringComparison.Ordinal)).Select(source => $"{source} {source.Lines}").ShouldBeEmpty();

    [Fact]
    public void Should_take_the_time_from_TimeProvider() => Sources.SelectMany(source => source.Find(Clock())).ShouldBeEmpty();

    [Fact]
    public void Should_use_file_scoped_namespaces() =>
        Sources.Where(source => BlockNamespace().IsMatch(source.Code)).Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void Should_never_build_SQL_from_values() =>
        Sources.Where(source => InterpolatedSql().IsMatch(ConstantSql().Replace(source.Code, ""))).Select(source => source.Path).ShouldBeEmpty("values are parameters; SQL is a const");

    [Fact]
    public void Should_name_every_column() =>
        Sources.Concat(Repository.Files("services", ".sql").Select(Source.Read)).SelectMany(source => source.Find(Star())).ShouldBeEmpty();

    [Fact]
    public void Should_keep_SQL_in_one_class_per_feature() =>
        Sources.Where(source => SqlText().IsMatch(source.Code) && !source.Path.EndsWith("Sql.cs", StringComparison.Ordinal)
                && !source.Path.Contains("/Cnaim.Messaging/Faults/", StringComparison.Ordinal) /* torn on purpose, never shipped */).Select(source => source.Path)
            .ShouldBeEmpty("style.md rule 29: one XSql class of raw const strings per feature");

    [Fact]
    public void Should_tell_nobody_what_failed_inside() =>
        Sources.SelectMany(source => source.Find(StackTrace())).ShouldBeEmpty();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^namespace\s+[\w.]+\s*(\{|$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"\$+(""""""|@?"")[^""]*\b(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)[^""]*\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InterpolatedSql();

    /// <summary>A const may be composed of other consts; the compiler proves that no value is in it.</summary>
    [GeneratedRegex(@"const string \w+ = \$""""""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConstantSql();

    [GeneratedRegex(@"\b(SELECT|RETURNING)\s+(\w+\.)?\*|\be\.\*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Star();

    [GeneratedRegex(@"""[^""]*\b(SELECT\s+\S[^""]*\bFROM\s|INSERT\s+INTO\s|UPDATE\s+[\w.]+\s+(AS\s+\w+\s+)?SET\s|DELETE\s+FROM\s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SqlText();

    [GeneratedRegex(@"\.StackTrace\b|UseDeveloperExceptionPage", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackTrace();
}
