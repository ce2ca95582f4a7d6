namespace Cnaim.Gateway.Counter;

/// <summary>Where a page goes back to: an address of ours or the home page.</summary>
internal static class ReturnAddress
{
    public static string Of(string? asked) => asked is ['/', not '/' and not '\\', ..] or "/" ? asked : "/";
}
