using Cnaim.Data;
using Cnaim.Directory;
using Cnaim.Directory.Candidates;
using Cnaim.Directory.Centres;
using Cnaim.Directory.Deadlines;
using Cnaim.Directory.Hsds;
using Cnaim.Directory.Loading;
using Cnaim.Directory.Municipalities;
using Cnaim.Directory.Offices;
using Cnaim.ServiceDefaults;
using Cnaim.ServiceDefaults.Problems;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.Services.AddProblemCodes(typeof(DirectoryRefusals));
builder.Services.AddLoading();
builder.Services.AddHsds().AddCentres().AddDeadlines().AddCandidates().AddOffices().AddMunicipalities();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapGroup("/v1").AddEndpointFilter<DirectoryVersionFilter>();
api.MapHsds();
api.MapCentres();
api.MapDeadlines();
api.MapCandidates();
api.MapOffices();
api.MapMunicipalities();
await app.RunAsync();
