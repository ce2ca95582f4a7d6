using System.Collections.Frozen;

namespace Cnaim.Screening.Rules;

/// <summary>A compiled expression over answers; pure. An unknown answer makes every operator but <c>known</c> unknown.</summary>
internal abstract record Expression
{
    public abstract Truth Evaluate(AnswerSheet answers);

    /// <summary>The questions it looks at, in order, with repetitions.</summary>
    public abstract IEnumerable<int> Questions { get; }
}

internal sealed record AllOf(Expression[] Parts) : Expression
{
    public override IEnumerable<int> Questions => Parts.SelectMany(part => part.Questions);

    public override Truth Evaluate(AnswerSheet answers)
    {
        var result = Truth.True;
        foreach (var part in Parts)
        {
            result = Kleene.And(result, part.Evaluate(answers));
            if (result is Truth.False)
            {
                break;
            }
        }

        return result;
    }
}

internal sealed record AnyOf(Expression[] Parts) : Expression
{
    public override IEnumerable<int> Questions => Parts.SelectMany(part => part.Questions);

    public override Truth Evaluate(AnswerSheet answers)
    {
        var result = Truth.False;
        foreach (var part in Parts)
        {
            result = Kleene.Or(result, part.Evaluate(answers));
            if (result is Truth.True)
            {
                break;
            }
        }

        return result;
    }
}

internal sealed record Not(Expression Part) : Expression
{
    public override IEnumerable<int> Questions => Part.Questions;

    public override Truth Evaluate(AnswerSheet answers) => Kleene.Not(Part.Evaluate(answers));
}

internal sealed record Known(int Question) : Expression
{
    public override IEnumerable<int> Questions => [Question];

    public override Truth Evaluate(AnswerSheet answers) => Kleene.Of(answers[Question].IsKnown);
}

/// <summary><c>equals</c> and <c>in</c>: the answer is, or its list contains, one of the values.</summary>
internal sealed record OneOf(int Question, FrozenSet<string> Values) : Expression
{
    public override IEnumerable<int> Questions => [Question];

    public override Truth Evaluate(AnswerSheet answers)
    {
        var answer = answers[Question];
        return answer.IsKnown ? Kleene.Of(Array.Exists(answer.Values, Values.Contains)) : Truth.Unknown;
    }
}

internal sealed record NumberWithin(int Question, decimal Least, decimal Most) : Expression
{
    public override IEnumerable<int> Questions => [Question];

    public override Truth Evaluate(AnswerSheet answers) =>
        answers[Question].Number is { } number ? Kleene.Of(number >= Least && number <= Most) : Truth.Unknown;
}

internal sealed record DateBefore(int Question, DateBound Bound) : Expression
{
    public override IEnumerable<int> Questions => [Question];

    public override Truth Evaluate(AnswerSheet answers) => answers[Question].Date?.Before(Bound.On(answers.Date)) ?? Truth.Unknown;
}

internal sealed record DateAfter(int Question, DateBound Bound) : Expression
{
    public override IEnumerable<int> Questions => [Question];

    public override Truth Evaluate(AnswerSheet answers) => answers[Question].Date?.After(Bound.On(answers.Date)) ?? Truth.Unknown;
}
