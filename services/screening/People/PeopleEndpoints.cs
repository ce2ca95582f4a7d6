using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.Screening.Accesses;
using Cnaim.Screening.Consents;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.Identifiers;
using Cnaim.Screening.Process;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.People;

internal static class PeopleEndpoints
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<FieldProtection>();
        services.TryAddSingleton<OfficeKeys>();
        services.AddProtectedField(new ProtectedField("office_key.secret", PeopleSql.StaleOfficeKey, PeopleSql.ReplaceOfficeKey, OfficeKeys.Context));
        services.TryAddSingleton(_ => new PersonName(ShippedFiles.Folder));
        services.TryAddSingleton(_ => new PersonMatcher(ShippedFiles.Folder));
        services.AddOptions<PeopleOptions>().BindConfiguration("People").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<SearchQuota>();
        services.TryAddScoped<PeopleStore>();
        services.TryAddScoped<FindPeople>();
        services.TryAddScoped<FindDuplicates>();
        services.TryAddScoped<DuplicateStore>();
        services.TryAddScoped<ResolveDuplicate>();
        services.TryAddScoped<ListDuplicates>();
        services.TryAddScoped<Register>();
        services.TryAddScoped<ProtectPerson>();
        services.TryAddScoped<ShowAccess>();
        services.TryAddSingleton<PeopleOffices>();
        return services;
    }

    public static RouteGroupBuilder MapPeople(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("People").RequireRight(Right.PeopleRead);
        group.MapPost("", Add).WithName("People_Register").WithSummary("Registers a person and opens the process").RequireRight(Right.PeopleChange).RequireIdempotencyKey();
        group.MapGet("/duplicates", Waiting).WithName("People_WaitingDuplicates").WithSummary("Pairs of records of this centre that wait for somebody to decide");
        group.MapPost("/search", Search).WithName("People_Search").WithSummary("Finds people whom this centre knows");
        group.MapGet("/{id}", Get).WithName("People_Get").WithSummary("A person, by the calling office's reference").AnswersEntityVersion();
        group.MapPut("/{id}", Update).WithName("People_Update").WithSummary("Corrects a person; needs If-Match").RequireRight(Right.PeopleChange);
        group.MapPost("/{id}/protect", Protect).WithName("People_Protect").WithSummary("Limits the record to named staff; nobody named lifts the limit").RequireRight(Right.PeopleChange).AcceptIdempotencyKey();
        group.MapGet("/{id}/references", References).WithName("People_References").WithSummary("What this office has called the person, the newest first; all of them work");
        group.MapGet("/{id}/duplicates", Duplicates).WithName("People_Duplicates").WithSummary("People of this centre who may be the same person");
        group.MapPost("/{id}/duplicates/{otherId}", Resolve).WithName("People_ResolveDuplicate").WithSummary("Merges or separates two records, or says that one cannot tell; a second member of staff approves a merge").RequireRight(Right.PeopleChange).AcceptIdempotencyKey();
        group.MapGet("/{id}/process", GetProcess).WithName("People_Process").WithSummary("The whole process: interviews, issues, consents and referrals");
        group.MapGet("/{id}/access", GetAccess).WithName("People_Access").WithSummary("Who saw what screening holds of the person, and which offices hold a permit").RequireRight(Right.PeopleAccess);
        group.MapGet("/{id}/consents", GetConsents).WithName("People_Consents").WithSummary("The person's consents that this office may see").RequireRight(Right.ConsentsRead);
        group.MapGet("/{id}/preview", GetPreview).WithName("People_Preview").WithSummary("What a receiver would see of these categories; without any, of those that a consent covers by default").RequireRight(Right.ConsentsChange);
        group.MapIdentifiers();
        return group;
    }

    private static async Task<Results<CreatedAtRoute<PersonCreated>, ProblemHttpResult>> Add(
        PersonInput person, Register register, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await register.AddAsync(person, actor, cancellationToken);
        return decision.IsAccepted
            ? await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event, "People_Get", new { id = decision.Event.Id }), cancellationToken)
            : decision.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<PeopleFound>, ProblemHttpResult>> Search(
        SearchPeople search, FindPeople find, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await find.SearchAsync(search, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Get(
        string id, Register register, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await register.GetAsync(id, actor, cancellationToken);
        response.SetVersionOf(decision, person => person.Version);
        return await decision.ToOkAsync(transaction, cancellationToken);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Update(
        string id, PersonInput person, IfMatch ifMatch, Register register, OfficeTransaction transaction, Actor actor, HttpResponse response, CancellationToken cancellationToken)
    {
        var decision = await register.UpdateAsync(id, person, ifMatch.CheckRequired, actor, cancellationToken);
        response.SetVersionOf(decision, updated => updated.Version);
        return await decision.ToOkAsync(transaction, cancellationToken);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Protect(
        string id, ProtectInput input, ProtectPerson protect, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await protect.RunAsync(id, input.Staff, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<PersonReferences>, ProblemHttpResult>> References(
        string id, Register register, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await register.ReferencesAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Ok<WaitingDuplicates>> Waiting(Guid? after, ListDuplicates list, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await list.RunAsync(after, actor, cancellationToken)), cancellationToken);

    private static async Task<Results<Ok<DuplicatesFound>, ProblemHttpResult>> Duplicates(
        string id, FindDuplicates find, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await find.RunAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<DuplicateResolved>, ProblemHttpResult>> Resolve(
        string id, string otherId, DuplicateInput input, ResolveDuplicate resolve, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await resolve.RunAsync(id, otherId, input.Outcome, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ProcessView>, ProblemHttpResult>> GetProcess(
        string id, ReadProcess read, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await read.RunAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<AccessPage>, ProblemHttpResult>> GetAccess(
        string id, string? after, ShowAccess show, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await show.RunAsync(id, after, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentList>, ProblemHttpResult>> GetConsents(
        string id, ListConsents list, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await list.RunAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<DisclosurePreview>, ProblemHttpResult>> GetPreview(
        string id, string[] categories, PreviewDisclosure preview, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await preview.RunAsync(id, categories, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);
}
