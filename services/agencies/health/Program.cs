using Cnaim.Data;
using Cnaim.Health;
using Cnaim.Health.HealthCentres;
using Cnaim.Health.HealthUserNumbers;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Referrals;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Problems;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton<IReferralRule, HealthReferralRule>();
builder.AddOfficeKit("health");
builder.Services.AddSingleton(new MigrationSource(typeof(HealthService).Assembly));
builder.Services.AddProblemCodes(typeof(HealthRefusals)).AddHealthCentres().AddHealthUserNumbers();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapOfficeApi("/v1");
api.MapGroup("/cases").MapCases();
api.MapGroup("/referrals").MapReferrals();
api.MapAppointments();
api.MapGroup("/health-centres").MapHealthCentres();
api.MapGroup("/health-user-numbers").MapHealthUserNumbers();
await app.RunAsync();
