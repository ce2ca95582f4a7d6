namespace Cnaim.Faults.Tests;

/// <summary>How much of each fault: little in every test run, the table of reliability.md section 4 with <c>./cnaim test --long</c>.</summary>
internal static class Profile
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CNAIM_TEST_PROFILE") is "long";

    /// <summary>Kills of the sender at random moments (F1).</summary>
    public static int SenderKills => IsLong ? 200 : 20;

    /// <summary>Kills of the receiver at random moments (F2).</summary>
    public static int ReceiverKills => IsLong ? 100 : 5;

    /// <summary>Kills of the broker (F3).</summary>
    public static int BrokerKills => IsLong ? 20 : 2;

    /// <summary>How long the broker stands still (F5).</summary>
    public static TimeSpan BrokerPause => TimeSpan.FromSeconds(IsLong ? 90 : 25);

    /// <summary>Good messages among ten poisoned ones (F10).</summary>
    public static int AmongPoisoned => IsLong ? 1000 : 150;
}
