using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Cnaim.Data;

/// <summary>The database of a service.</summary>
public static class DatabaseExtensions
{
    /// <summary>Registers the <see cref="NpgsqlDataSource"/> of connection string <c>Database</c> and the Dapper conventions, and applies migrations at start-up.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The connection string <c>Database</c> is missing.</exception>
    public static IHostApplicationBuilder AddDatabase(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var text = builder.Configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("Set ConnectionStrings__Database to the connection string of the service's own database.");
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(text));
        return builder;
    }
}
