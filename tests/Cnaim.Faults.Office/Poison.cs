using Cnaim.Testing;

namespace Cnaim.Faults.Office;

/// <summary>
/// What the handler cannot bear, from <c>CNAIM_POISON</c>: <c>stream=throw</c> fails always, <c>stream=crash</c> ends the process; comma-separated.
/// Every try leaves the stream's id in the file <c>CNAIM_POISON_LOG</c>.
/// </summary>
internal static class Poison
{
    private static readonly Lock Writing = new();

    public static ProbeBehaviour Behaviour()
    {
        var log = Environment.GetEnvironmentVariable("CNAIM_POISON_LOG");
        var actions = (Environment.GetEnvironmentVariable("CNAIM_POISON") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=', 2)).ToDictionary(pair => Guid.Parse(pair[0]), pair => pair[1]);
        return new ProbeBehaviour
        {
            BeforeApply = command =>
            {
                if (actions.TryGetValue(command.ReferralId, out var action))
                {
                    Act(action, command.ReferralId, log!);
                }

                return Task.CompletedTask;
            },
        };
    }

    private static void Act(string action, Guid stream, string log)
    {
        lock (Writing)
        {
            File.AppendAllText(log, $"{stream}\n");
        }

        if (action is "crash")
        {
            Environment.FailFast("A message that ends the process.");
        }

        throw new InvalidOperationException("A handler that always fails.");
    }
}
