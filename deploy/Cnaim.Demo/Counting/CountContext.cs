namespace Cnaim.Demo.Counting;

/// <summary>What the count needs beside the log.</summary>
/// <param name="Offices">Services with referrals, by code.</param>
/// <param name="Persons">References of the run's persons at the sending office.</param>
/// <param name="OutOfOrderSeen">Referrals whose timeline was out of order when the sender looked.</param>
internal sealed record CountContext(IReadOnlyList<string> Offices, string[] Persons, IReadOnlyCollection<string> OutOfOrderSeen);
