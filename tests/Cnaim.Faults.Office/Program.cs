using System.Security.Claims;
using Cnaim.Data;
using Cnaim.Faults.Office;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.ServiceDefaults;
using Cnaim.Testing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

var builder = WebApplication.CreateBuilder(args);
var code = builder.Configuration["Office:Code"] ?? throw new InvalidOperationException("Set Office__Code.");
builder.Logging.ClearProviders().AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff ")).SetMinimumLevel(LogLevel.Warning)
    .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
builder.Services.AddAuthorization().AddRights(code);
builder.AddMessaging(code);
builder.Services.AddSingleton(new MigrationSource(typeof(ProbeEndpoints).Assembly));
builder.Services.AddSingleton(Poison.Behaviour());
builder.Services.RegisterConsumer<ProbeConsumer, ProbeConsumerDefinition>();
var app = builder.Build();
app.Use((context, next) =>
{
    // Who calls is not what these tests are about.
    context.User = new ClaimsPrincipal(new ClaimsIdentity([new("sub", "load"), new("office", code), new("role", "administrator")], "test"));
    return next(context);
});
app.UseAuthorization();
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Ready) });
app.MapHealthChecks("/health/flow", new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Flow) });
ProbeEndpoints.Map(app);
app.MapMessagingOperator();
await app.RunAsync();
