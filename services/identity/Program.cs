using Cnaim.Data;
using Cnaim.Identity;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddAuditTrail("identity");
builder.Services.AddIdentity();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapIdentity();
await app.RunAsync();
