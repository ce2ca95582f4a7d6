using Cnaim.Directory.Candidates;
using Cnaim.Directory.Centres;
using Cnaim.Directory.Deadlines;
using Cnaim.Directory.Hsds;
using Cnaim.Directory.Municipalities;
using Cnaim.Directory.Offices;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.Directory;

internal static class DirectoryExtensions
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddProblemCodes(typeof(DirectoryRefusals))
        .AddHsds().AddCentres().AddDeadlines().AddCandidates().AddOffices().AddMunicipalities();

    public static RouteGroupBuilder MapDirectory(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(prefix).RequireRight(Right.DirectoryRead);
        group.AddEndpointFilter<DirectoryVersionFilter>();
        group.AnswersEntityVersion().WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        group.MapHsds();
        group.MapCentres();
        group.MapDeadlines();
        group.MapCandidates();
        group.MapOffices();
        group.MapMunicipalities();
        return group;
    }
}
