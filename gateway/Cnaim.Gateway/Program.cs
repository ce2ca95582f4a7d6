using Cnaim.Data;
using Cnaim.Gateway.Edge;
using Cnaim.Gateway.Network;
using Cnaim.Gateway.Pages;
using Cnaim.Gateway.Routing;
using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddGrpcPort();
builder.Services.AddEdge();
builder.Services.AddServiceRoutes(builder.Configuration);
builder.Services.AddExchange();
builder.Services.AddNetwork();
builder.Services.AddPages();

var app = builder.Build();
app.UseEdge();
app.MapDefaultEndpoints();
app.MapServiceRoutes();
app.MapNetwork();
app.MapPages();
await app.RunAsync();
