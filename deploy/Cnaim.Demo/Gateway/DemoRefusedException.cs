using System.Globalization;

namespace Cnaim.Demo.Gateway;

/// <summary>The platform refused something that the demo may expect to be accepted.</summary>
public sealed class DemoRefusedException : Exception
{
    public DemoRefusedException()
    {
    }

    public DemoRefusedException(string message)
        : base(message)
    {
    }

    public DemoRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says what was refused and with which problem code; never a body, which may hold personal data.</summary>
    internal static DemoRefusedException For(string action, GatewayAnswer answer) => new(string.Create(
        CultureInfo.InvariantCulture, $"{action}: {(int)answer.Status} {answer.Problem ?? "without a problem code"}"));
}
