using Cnaim.Mediation;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMessaging("mediation");
builder.AddMediation();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapMediation("/v1");
await app.RunAsync();
