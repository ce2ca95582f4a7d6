using Cnaim.Data;
using Cnaim.Housing;
using Cnaim.Housing.Places;
using Cnaim.OfficeKit;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Problems;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddOfficeKit("housing");
builder.Services.AddSingleton(new MigrationSource(typeof(HousingService).Assembly));
builder.Services.AddProblemCodes(typeof(PlaceRefusals)).AddPlaces();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapOfficeApi("/v1");
api.MapGroup("/cases").MapCases();
api.MapGroup("/referrals").MapReferrals();
api.MapAppointments();
api.MapGroup("/places").MapPlaces();
await app.RunAsync();
