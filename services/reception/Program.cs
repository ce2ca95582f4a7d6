using Cnaim.OfficeKit;
using Cnaim.Reception;
using Cnaim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddOfficeKit("reception");
builder.Services.AddReceptionDesk();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapOfficeApi("/v1");
api.MapGroup("/cases").MapCases();
api.MapGroup("/referrals").MapReferrals();
api.MapAppointments();
api.MapReceptionDesk();
app.MapWaitingRoom("/v1");
await app.RunAsync();
