using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>What a host says of itself: the code and the description of its project file, so that a document reads the same wherever it runs.</summary>
/// <param name="Code">The service's code, for example <c>health</c>.</param>
/// <param name="Text">One sentence for the readers of its documents; null when the project has none.</param>
internal sealed record ServiceDescription(string Code, string? Text)
{
    private const string CodeKey = "ServiceCode";

    public static ServiceDescription Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var assembly = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => string.Equals(loaded.GetName().Name, environment.ApplicationName, StringComparison.Ordinal));
        var code = assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => string.Equals(data.Key, CodeKey, StringComparison.Ordinal))?.Value;
        return new ServiceDescription(
            code ?? configuration["Identity:Client:Id"] ?? environment.ApplicationName,
            assembly?.GetCustomAttribute<AssemblyDescriptionAttribute>()?.Description);
    }
}
