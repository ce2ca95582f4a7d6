using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>No sequence of consents, withdrawals, referrals and fetches lets an office read a category that no active consent covers.</summary>
public sealed class When_anything_happens_to_consents(ScreeningPlatform platform)
{
    private int _reads;

    [Fact]
    public void Should_never_let_an_office_read_what_the_person_does_not_agree_to_now()
    {
        using var desk = platform.Client();
        Prop.ForAll(Arb.From(Sequences(), Shorter), moves => Play(desk, moves).Label(string.Join(' ', moves)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
        _reads.ShouldBeGreaterThan(50, "the sequences must let offices read where they may");
    }

    private static Gen<DisclosureMove[]> Sequences() => Move().ArrayOf(14);

    private static Gen<DisclosureMove> Move() =>
        from kind in Gen.Frequency(
            (3, Gen.Constant(DisclosureMoveKind.Grant)),
            (1, Gen.Constant(DisclosureMoveKind.Draft)),
            (1, Gen.Constant(DisclosureMoveKind.Activate)),
            (1, Gen.Constant(DisclosureMoveKind.Withdraw)),
            (1, Gen.Constant(DisclosureMoveKind.WithdrawFrom)),
            (1, Gen.Constant(DisclosureMoveKind.EnterInError)),
            (5, Gen.Constant(DisclosureMoveKind.Decide)),
            (5, Gen.Constant(DisclosureMoveKind.Fetch)))
        from which in Gen.Choose(0, 5)
        from office in Gen.Choose(0, 7)
        from categories in Gen.Choose(0, 15)
        from purpose in Gen.Choose(0, 3)
        select new DisclosureMove(kind, which, office, categories, purpose);

    private static IEnumerable<DisclosureMove[]> Shorter(DisclosureMove[] moves) => Enumerable.Range(0, moves.Length).Select(left => moves.Where((_, index) => index != left).ToArray());

    private bool Play(HttpClient desk, DisclosureMove[] moves) => PlayAsync(desk, moves).GetAwaiter().GetResult() is null;

    private async Task<string?> PlayAsync(HttpClient desk, DisclosureMove[] moves)
    {
        var person = await desk.RegisterAsync("Tojo");
        var interview = await desk.StartInterviewAsync(person);
        await desk.AnswerAsync(interview, new Dictionary<string, object>(StringComparer.Ordinal) { ["municipality"] = "Lisboa", ["pregnancy"] = "yes", ["residence-status"] = "undocumented" });
        var model = new DisclosureModel(platform, desk, person);
        foreach (var move in moves)
        {
            if (await model.PlayAsync(move) is { } wrong)
            {
                return wrong;
            }
        }

        _reads += model.Reads;
        return null;
    }
}
