using Cnaim.Data.Migrations;
using Cnaim.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Cnaim.Data;

/// <summary>The database of a service.</summary>
public static class DatabaseExtensions
{
    /// <summary>
    /// Registers the <see cref="NpgsqlDataSource"/> of connection string <c>Database</c> and the Dapper conventions, and applies migrations at start-up as the role of
    /// connection string <c>Migrations</c>, which is used for nothing else. Without that key a service whose own role may not create tables waits for its schema.
    /// A host that is started with the argument <c>migrate</c> only migrates, and ends. May be called more than once.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The connection string <c>Database</c> is missing.</exception>
    public static IHostApplicationBuilder AddDatabase(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(service => service.ServiceType == typeof(DatabaseStart)))
        {
            return builder;
        }

        DapperConventions.Apply();
        var text = builder.Configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("Set ConnectionStrings__Database to the connection string of the service's own database.");
        var connectionString = DatabaseConnectionString.Complete(text, builder.Environment.ApplicationName);
        builder.Services.AddSingleton(new DatabaseSettings(connectionString));
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(AccessOf(builder, connectionString));
        builder.Services.AddSingleton<DatabaseStart>();
        builder.Services.AddSingleton<Migrator>();
        if (Environment.GetCommandLineArgs() is [_, MigrateAndExit.Argument, ..])
        {
            builder.Services.AddHostedService<MigrateAndExit>();
        }
        else
        {
            builder.Services.AddHostedService<MigrationService>();
        }

        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: [HealthTags.Ready, HealthTags.Flow]);
        return builder;
    }

    private static MigrationAccess AccessOf(IHostApplicationBuilder builder, string own)
    {
        var service = UserOf(own);
        var sealer = builder.Configuration.GetConnectionString("Sealer") is { } text ? UserOf(text) : service;
        var owner = builder.Configuration.GetConnectionString("Migrations") ?? own;
        return new MigrationAccess(DatabaseConnectionString.CompleteForOnce(owner, builder.Environment.ApplicationName), UserOf(owner), service, sealer);
    }

    private static string UserOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username ?? "";
}
