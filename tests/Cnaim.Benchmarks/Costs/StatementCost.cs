namespace Cnaim.Benchmarks.Costs;

/// <summary>One statement of one database.</summary>
/// <param name="Database">Which database.</param>
/// <param name="Calls">How often it ran.</param>
/// <param name="Milliseconds">Time in the executor, all calls together.</param>
/// <param name="Plans">How often it was planned: each time, where PostgreSQL finds no plan for all parameters good enough.</param>
/// <param name="PlanMilliseconds">Time in the planner.</param>
/// <param name="Text">Its beginning.</param>
internal sealed record StatementCost(string Database, long Calls, double Milliseconds, long Plans, double PlanMilliseconds, string Text);
