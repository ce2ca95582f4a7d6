using Cnaim.Messaging;
using Cnaim.Screening.Consents;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.Emergencies;
using Cnaim.Screening.Process;
using Cnaim.Screening.V1;
using Cnaim.ServiceDefaults.Rights;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.People;

/// <summary>The register over gRPC; the same operations as the HTTP API.</summary>
internal sealed class PeopleGrpc(
    Register register,
    FindPeople find,
    FindDuplicates duplicates,
    ResolveDuplicate resolve,
    ReadProcess process,
    ProtectPerson protect,
    OpenInEmergency emergency,
    OfficeTransaction transaction)
    : V1.People.PeopleBase
{
    [Right(Right.PeopleRead)]
    public override async Task<SearchPeopleResponse> Search(SearchPeopleRequest request, ServerCallContext context)
    {
        var search = new SearchPeople
        {
            Name = request.Name,
            Birth = request.Birth,
            Nationality = request.Nationality,
            ProcessNumber = request.ProcessNumber,
            Limit = request.Limit is 0 ? null : request.Limit,
        };
        var decision = await find.SearchAsync(search, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.PeopleChange)]
    public override async Task<Person> Register(RegisterPersonRequest request, ServerCallContext context)
    {
        var input = ToInput(request.Person);
        var created = await (await register.AddAsync(input, context.Actor(), context.CancellationToken)).AcceptAsync(transaction, context.CancellationToken);
        var person = request.Person?.Clone() ?? new Person();
        (person.Ref, person.ProcessNumber, person.Version) = (created.Id, created.ProcessNumber, 1);
        return person;
    }

    [Right(Right.PeopleRead)]
    public override async Task<Person> Get(GetPersonRequest request, ServerCallContext context)
    {
        var decision = await register.GetAsync(request.PersonRef, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    /// <summary>The version of the message is what the caller read; 0 checks nothing.</summary>
    [Right(Right.PeopleChange)]
    public override async Task<Person> Update(UpdatePersonRequest request, ServerCallContext context)
    {
        var person = request.Person ?? new Person();
        var decision = await register.UpdateAsync(
            person.Ref,
            ToInput(person),
            version => person.Version == 0 || person.Version == version ? null : ServiceDefaults.Problems.CommonRefusals.StaleVersion,
            context.Actor(),
            context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.PeopleRead)]
    public override async Task<V1.Process> GetProcess(GetPersonRequest request, ServerCallContext context)
    {
        var decision = await process.RunAsync(request.PersonRef, context.Actor(), context.CancellationToken);
        var view = await decision.AcceptAsync(transaction, context.CancellationToken);
        var message = new V1.Process { Person = ToMessage(view.Person) };
        message.InterviewIds.Add(view.Interviews.Select(interview => interview.Id.ToString()));
        message.Consents.Add(view.Consents.Select(ConsentsGrpc.ToMessage));
        message.Referrals.Add(view.Referrals.Select(referral => new V1.ProcessReferral
        {
            ReferralId = referral.ReferralId.ToString(),
            Office = referral.Office,
            Request = referral.Request ?? "",
            Status = referral.Status,
            Outcome = referral.Outcome ?? "",
            UpdatedAt = Timestamp.FromDateTimeOffset(referral.UpdatedAt),
        }));
        return message;
    }

    [Right(Right.PeopleRead)]
    public override async Task<SearchPeopleResponse> SuspectedDuplicates(GetPersonRequest request, ServerCallContext context)
    {
        var decision = await duplicates.RunAsync(request.PersonRef, context.Actor(), context.CancellationToken);
        var found = await decision.AcceptAsync(transaction, context.CancellationToken);
        return ToMessage(new PeopleFound([.. found.Items.Select(candidate => new PersonMatch(candidate.Person, candidate.Score))]));
    }

    [Right(Right.PeopleChange)]
    public override async Task<Person> Protect(ProtectPersonRequest request, ServerCallContext context)
    {
        var decision = await protect.RunAsync(request.PersonRef, request.Staff, context.Actor(), context.CancellationToken);
        return ToMessage(await decision.AcceptAsync(transaction, context.CancellationToken));
    }

    [Right(Right.EmergencyUse)]
    public override async Task<EmergencyAccessGrant> EmergencyAccess(EmergencyAccessRequest request, ServerCallContext context)
    {
        var input = new EmergencyInput { PersonId = request.PersonRef, ProcessNumber = request.ProcessNumber, Reason = request.Reason, Note = request.Note };
        var decision = await emergency.RunAsync(input, context.Actor(), context.CancellationToken);
        var grant = await decision.AcceptAsync(transaction, context.CancellationToken);
        return new EmergencyAccessGrant { Id = grant.Id.ToString(), ExpiresAt = Timestamp.FromDateTimeOffset(grant.ExpiresAt) };
    }

    /// <summary>The first call proposes a merge, that of another member of staff approves it; <c>person_ref</c> goes on.</summary>
    [Right(Right.PeopleChange)]
    public override async Task<Person> ResolveDuplicate(ResolveDuplicateRequest request, ServerCallContext context)
    {
        var decision = await resolve.RunAsync(request.PersonRef, request.OtherRef, request.Outcome, context.Actor(), context.CancellationToken);
        return ToMessage((await decision.AcceptAsync(transaction, context.CancellationToken)).Person);
    }

    private static SearchPeopleResponse ToMessage(PeopleFound found)
    {
        var response = new SearchPeopleResponse();
        response.Matches.Add(found.Items.Select(match => new V1.PersonMatch { Person = ToMessage(match.Person), Score = match.Score }));
        return response;
    }

    private static Person ToMessage(PersonView view)
    {
        var person = new Person
        {
            Ref = view.Id,
            ProcessNumber = view.ProcessNumber,
            NameInScript = view.NameInScript ?? "",
            KnownAs = view.KnownAs ?? "",
            Birth = view.Birth ?? "",
            Version = view.Version,
        };
        person.GivenNames.Add(view.GivenNames);
        person.FamilyNames.Add(view.FamilyNames);
        person.Nationalities.Add(view.Nationalities);
        person.Languages.Add(view.Languages);
        return person;
    }

    private static PersonInput ToInput(Person? person) => person is null ? new PersonInput() : new PersonInput
    {
        GivenNames = [.. person.GivenNames],
        FamilyNames = [.. person.FamilyNames],
        NameInScript = person.NameInScript is "" ? null : person.NameInScript,
        KnownAs = person.KnownAs is "" ? null : person.KnownAs,
        Birth = person.Birth,
        Nationalities = [.. person.Nationalities],
        Languages = [.. person.Languages],
    };
}
