using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_list_is_taken_along
{
    /// <summary>What a spreadsheet would compute, it gets as text.</summary>
    [Theory]
    [InlineData("Pedir NIF", "Pedir NIF")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+351", "'+351")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("", "")]
    public void Should_hold_no_formula(string text, string cell) => Csv.Cell(text).ShouldBe(cell);
}
