using Cnaim.Directory.Audit;
using Cnaim.Directory.Candidates;
using Cnaim.Directory.Centres;
using Cnaim.Directory.Deadlines;
using Cnaim.Directory.Erasures;
using Cnaim.Directory.Exports;
using Cnaim.Directory.FocalPoints;
using Cnaim.Directory.Hsds;
using Cnaim.Directory.Imports;
using Cnaim.Directory.Municipalities;
using Cnaim.Directory.Notices;
using Cnaim.Directory.Offices;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.Directory;

internal static class DirectoryExtensions
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddProblemCodes(typeof(DirectoryRefusals))
        .AddHsds().AddExports().AddFocalPoints().AddImports().AddNotices().AddCentres().AddDeadlines().AddCandidates().AddOffices().AddMunicipalities().AddAuditHeads();

    public static RouteGroupBuilder MapDirectory(this IEndpointRouteBuilder routes, string prefix)
    {
        routes.MapGroup(prefix).MapAuditHeads();
        routes.MapGroup(prefix).MapKeptErasures();
        routes.MapGroup(prefix).MapFocalPoints();
        routes.MapGroup(prefix).MapImports();
        routes.MapGroup(prefix).MapNotices();
        var group = Versioned<DirectoryVersionFilter>(routes.MapGroup(prefix).RequireRight(Right.DirectoryRead));
        Versioned<DirectoryVersionFilter>(routes.MapGroup(prefix).AllowAnonymous()).MapHsds().MapHsdsExport(); // open data: what is on every door, and the public pages show it
        Versioned<CentreVersionFilter>(routes.MapGroup(prefix).RequireRight(Right.DirectoryRead)).MapCentres();
        Versioned<CentreVersionFilter>(routes.MapGroup(prefix).RequireRight(Right.DirectoryRead)).MapCapacityExport();
        Versioned<CentreVersionFilter>(routes.MapGroup(prefix).RequireRight(Right.DirectoryRead)).MapCandidates();
        group.MapDeadlines();
        group.MapOffices();
        group.MapMunicipalities();
        return group;
    }

    private static RouteGroupBuilder Versioned<TFilter>(RouteGroupBuilder group)
        where TFilter : IEndpointFilter
    {
        group.AddEndpointFilter<TFilter>();
        group.AnswersEntityVersion().WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        return group;
    }
}
