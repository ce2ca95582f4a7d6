using Cnaim.Messaging;
using Cnaim.ServiceDefaults;
using Cnaim.Subscriptions;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMessaging("subscriptions");
builder.AddSubscriptions();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapSubscriptions("/v1");
await app.RunAsync();
