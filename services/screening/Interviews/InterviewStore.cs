using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Protection;
using Dapper;

namespace Cnaim.Screening.Interviews;

/// <summary>Interviews of the acting centre; answers are encrypted at rest.</summary>
internal sealed class InterviewStore(OfficeTransaction transaction, FieldProtection protection, TimeProvider clock)
{
    public async Task<InterviewRecord?> FindAsync(Guid interviewId, Actor actor, CancellationToken cancellationToken, bool isForUpdate = false)
    {
        await transaction.BeginAsync(cancellationToken);
        var row = await transaction.Connection.QuerySingleOrDefaultAsync<InterviewRow>(transaction.Command(
            isForUpdate ? InterviewSql.FindForUpdate : InterviewSql.Find, new { interviewId, office = actor.Office, centre = actor.Centre, subject = actor.Subject }, cancellationToken));
        return row is null ? null : Open(row);
    }

    public async Task<IReadOnlyList<InterviewRecord>> OfPersonAsync(Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection.QueryAsync<InterviewRow>(transaction.Command(
            InterviewSql.OfPerson, new { personId, office = actor.Office, centre = actor.Centre, subject = actor.Subject }, cancellationToken));
        return [.. rows.Select(Open)];
    }

    public Task InsertAsync(InterviewRow interview, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            InterviewSql.Insert,
            new
            {
                interview.InterviewId,
                interview.PersonId,
                office = actor.Office,
                centre = actor.Centre,
                interview.Language,
                interview.Channel,
                interview.Date,
                interview.HeldBy,
                interview.Answers,
                now = clock.GetUtcNow(),
            },
            cancellationToken));

    public Task SaveAsync(Guid interviewId, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            InterviewSql.SaveAnswers, new { interviewId, answers = Seal(interviewId, answers), now = clock.GetUtcNow() }, cancellationToken));

    public Task HandOverAsync(Guid interviewId, string heldBy, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(InterviewSql.HandOver, new { interviewId, heldBy, now = clock.GetUtcNow() }, cancellationToken));

    public byte[] Seal(Guid interviewId, IReadOnlyDictionary<string, JsonElement> answers) =>
        protection.Protect(JsonSerializer.SerializeToUtf8Bytes(answers), interviewId);

    private InterviewRecord Open(InterviewRow row) => new(row, Answers(protection, row.InterviewId, row.Answers));

    public static IReadOnlyDictionary<string, JsonElement> Answers(FieldProtection protection, Guid interviewId, byte[] answers) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(protection.Unprotect(answers, interviewId))!;
}
