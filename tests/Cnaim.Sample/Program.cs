var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/health/ready", () => "ready");
app.MapGet("/environment", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
if (Environment.GetEnvironmentVariable("SAMPLE_FAILS") is not null)
{
    return 3;
}

await app.RunAsync();
return 0;
