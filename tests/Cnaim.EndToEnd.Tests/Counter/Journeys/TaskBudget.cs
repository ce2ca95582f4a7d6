namespace Cnaim.EndToEnd.Tests.Counter.Journeys;

/// <summary>What a task may take by keyboard alone (counter-ui.md, section 2). It may be lowered freely; to raise one needs a reason in the commit.</summary>
/// <param name="Interactions">Controls pressed, fields filled, options chosen.</param>
/// <param name="Keys">Key presses without typed letters.</param>
/// <param name="Seconds">Of a trained person, by the keystroke-level model.</param>
/// <param name="Questions">Asked aloud on the way.</param>
internal sealed record TaskBudget(int Interactions, int Keys, int Seconds, int Questions = 0)
{
    public const int SecondsPerQuestion = 12;

    public static readonly IReadOnlyDictionary<string, TaskBudget> Of = new Dictionary<string, TaskBudget>(StringComparer.Ordinal)
    {
        ["R1"] = new(3, 8, 12),
        ["R2"] = new(2, 3, 8),
        ["R3"] = new(2, 6, 8),
        ["R4"] = new(2, 6, 6),
        ["R5"] = new(3, 8, 15),
        ["R6"] = new(3, 8, 12),
        ["M1"] = new(1, 1, 3),
        ["M2 by number"] = new(2, 3, 10),
        ["M2 by name"] = new(4, 10, 30),
        ["M3"] = new(12, 30, 90),
        ["M4 returning"] = new(18, 45, 240, Questions: 8),
        ["M4 first"] = new(40, 110, 900, Questions: 20),
        ["M5"] = new(6, 18, 45),
        ["M6"] = new(3, 9, 15),
        ["A1"] = new(2, 6, 6),
        ["A2"] = new(4, 14, 25),
        ["A3"] = new(4, 12, 25),
        ["A4"] = new(4, 12, 25),
        ["A5"] = new(6, 18, 45),
        ["A6"] = new(4, 12, 25),
        ["C1"] = new(4, 12, 20),
        ["C2"] = new(3, 8, 15),
        ["C3"] = new(3, 10, 20),
        ["C4"] = new(4, 12, 60),
        ["L1"] = new(60, 150, 1200, Questions: 20),
        ["L2"] = new(1, 3, 5),
        ["L3"] = new(5, 15, 40),
        ["O1"] = new(1, 3, 3),
        ["O2"] = new(3, 8, 15),
        ["O3"] = new(4, 14, 40),
        ["U1"] = new(3, 8, 30),
        ["U2"] = new(2, 6, 15),
        ["U3"] = new(3, 10, 30),
        ["U4"] = new(2, 6, 15),
    };
}
