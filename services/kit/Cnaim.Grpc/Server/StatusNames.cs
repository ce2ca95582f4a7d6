using System.Globalization;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Status codes as header values, made once.</summary>
internal static class StatusNames
{
    private static readonly string[] Values = [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    public static string Of(StatusCode code) =>
        (uint)code < (uint)Values.Length ? Values[(int)code] : ((int)code).ToString(CultureInfo.InvariantCulture);
}
