using Cnaim.Data;
using Cnaim.Directory;
using Cnaim.Directory.Loading;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddAuditTrail("directory");
builder.Services.AddLoading();
builder.Services.AddDirectory();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDirectory("/v1");
await app.RunAsync();
