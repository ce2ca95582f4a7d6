using Cnaim.OfficeKit;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddOfficeKit("qualifications");

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapOfficeApi("/v1");
api.MapGroup("/cases").MapCases();
api.MapGroup("/referrals").MapReferrals();
api.MapAppointments();
await app.RunAsync();
