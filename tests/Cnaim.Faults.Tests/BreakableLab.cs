namespace Cnaim.Faults.Tests;

/// <summary>Servers that may be taken away without disturbing the other scenarios.</summary>
public sealed class BreakableLab : FaultLab;
