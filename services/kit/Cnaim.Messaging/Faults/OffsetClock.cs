#if SABOTAGE
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Faults;

/// <summary>
/// A process whose clock goes wrong, from <c>CNAIM_CLOCK_OFFSET</c>: seconds, or the path of a file with them, which may change while the process runs, so
/// that its clock jumps. Elapsed time goes on as it does in a process whose machine is set to another time.
/// </summary>
internal sealed class OffsetClock : TimeProvider
{
    private const int LookMilliseconds = 50;
    private static readonly string? Setting = Environment.GetEnvironmentVariable("CNAIM_CLOCK_OFFSET") is { Length: > 0 } setting ? setting : null;
    private static double _seconds;
    private static long _looked = -LookMilliseconds;

    /// <summary>How far this process is wrong at present.</summary>
    public static double Seconds
    {
        get
        {
            if (Setting is not null && Environment.TickCount64 - Interlocked.Read(ref _looked) >= LookMilliseconds)
            {
                Interlocked.Exchange(ref _looked, Environment.TickCount64);
                Volatile.Write(ref _seconds, double.Parse(Path.IsPathRooted(Setting) ? File.ReadAllText(Setting) : Setting, CultureInfo.InvariantCulture));
            }

            return Volatile.Read(ref _seconds);
        }
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddSeconds(Seconds);

    public static void Register(IServiceCollection services)
    {
        if (Setting is not null)
        {
            services.AddSingleton<TimeProvider>(new OffsetClock());
        }
    }
}
#endif
