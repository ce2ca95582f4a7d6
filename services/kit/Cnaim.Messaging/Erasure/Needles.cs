using System.Text;

namespace Cnaim.Messaging.Erasure;

/// <summary>Looks for texts in stored bytes.</summary>
internal static class Needles
{
    public static bool In(ReadOnlySpan<byte> body, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (body.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
