namespace Cnaim.Messaging;

/// <summary>Records of one category whose time is over.</summary>
/// <param name="Due">Those that a run would erase.</param>
/// <param name="KeptByLaw">Those that a law recorded with them keeps.</param>
public sealed record RetentionCount(long Due, long KeptByLaw);
