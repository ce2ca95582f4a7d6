using Cnaim.Mediation.Interpreting;
using Cnaim.Mediation.Matching;
using Microsoft.Extensions.Options;

namespace Cnaim.Mediation.Tests.Interpreting;

public sealed class When_lines_are_given
{
    private static readonly InterpretingProvider One = new() { Code = "one", Lines = 2 };
    private static readonly InterpretingProvider Two = new() { Code = "two", Lines = 1, Languages = ["ar"] };
    private static readonly TimeSlot Call = Samples.From(Samples.Monday, 20);

    [Fact]
    public void Should_take_the_first_provider_that_serves_the_language()
    {
        Lines.Assign([One, Two], [], "ar", Call).ShouldBe(new LineAnswer("one", null));
        Lines.Assign([Two, One], [], "uk", Call).ShouldBe(new LineAnswer("one", null));
    }

    [Fact]
    public void Should_take_the_next_when_the_interpreters_of_the_language_talk() =>
        Lines.Assign([One, Two], [Busy("one", "ar", 0, 20)], "ar", Call).ShouldBe(new LineAnswer("two", null));

    [Fact]
    public void Should_have_as_many_calls_as_lines() =>
        Lines.Assign([One], [Busy("one", "uk", 0, 10), Busy("one", "ru", 0, 15)], "ar", Call).ShouldBe(new LineAnswer(null, Samples.Monday.AddMinutes(10)));

    [Fact]
    public void Should_know_when_the_first_is_free_again() =>
        Lines.Assign([One, Two], [Busy("one", "ar", 0, 30), Busy("two", "ar", 0, 12)], "ar", Call).ShouldBe(new LineAnswer(null, Samples.Monday.AddMinutes(12)));

    [Fact]
    public void Should_find_nobody_where_nobody_serves_the_language()
    {
        Lines.Assign([Two], [], "uk", Call).ShouldBe(new LineAnswer(null, null));
        Lines.Assign([], [], "ar", Call).ShouldBe(new LineAnswer(null, null));
    }

    [Theory]
    [InlineData(true, "phone-003", 0)]
    [InlineData(true, "003", 0)]
    [InlineData(true, "phone-0030", 1)]
    [InlineData(true, null, 1)]
    [InlineData(false, "phone-003", 1)]
    public void Should_find_nobody_for_the_sandbox_s_own_desk_and_only_there(bool isSandbox, string? desk, int serving) =>
        new InterpretingProviders(Options.Create(new InterpretingOptions { Providers = [One] }), new MediationMode(isSandbox)).For(desk).Count.ShouldBe(serving);

    private static BusyLine Busy(string provider, string language, int from, int until) =>
        new(provider, language, new TimeSlot(Samples.Monday.AddMinutes(from), Samples.Monday.AddMinutes(until)));
}
