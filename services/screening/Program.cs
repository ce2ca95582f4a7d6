using Cnaim.Messaging;
using Cnaim.Screening;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMessaging("screening");
builder.AddScreening();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapScreeningApi("/v1");
app.MapScreeningGrpc();
await app.RunAsync();
