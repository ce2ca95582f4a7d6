using Cnaim.Data;
using Cnaim.Identity;
using Cnaim.Identity.Clients;
using Cnaim.Identity.Exchange;
using Cnaim.Identity.Keys;
using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.Services.AddSingleton(new MigrationSource(typeof(IdentityMode).Assembly));
builder.Services.AddIdentityMode();
builder.Services.AddClients();
builder.Services.AddKeys();
builder.Services.AddTokens();
builder.Services.AddExchange();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapKeys();
app.MapTokens();
app.MapExchange();
await app.RunAsync();
