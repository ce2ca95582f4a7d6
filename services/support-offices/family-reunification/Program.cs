using Cnaim.Data;
using Cnaim.FamilyReunification;
using Cnaim.FamilyReunification.Dossiers;
using Cnaim.OfficeKit;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Problems;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddOfficeKit("family-reunification");
builder.Services.AddSingleton(new MigrationSource(typeof(FamilyReunificationService).Assembly));
builder.Services.AddProblemCodes(typeof(DossierRefusals)).AddDossiers(builder.Configuration);

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapOfficeApi("/v1");
api.MapGroup("/cases").MapCases();
api.MapGroup("/referrals").MapReferrals();
api.MapAppointments();
api.MapGroup("/dossiers").MapDossiers();
await app.RunAsync();
