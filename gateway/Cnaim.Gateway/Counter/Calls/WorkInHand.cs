using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Protection;

namespace Cnaim.Gateway.Counter.Calls;

/// <summary>
/// The ticket and the case or referral that somebody works on, as a service has shown them; services write it down with what is looked at for it.
/// A browser keeps it sealed for its member of staff, so that nobody can name work that was not theirs.
/// </summary>
internal sealed class WorkInHand(FieldProtection protection, TimeProvider clock, IHttpContextAccessor accessor)
{
    private const string TicketCookie = "cnaim-ticket";
    private const string RecordCookie = "cnaim-record";
    private const string Screening = "screening";
    private const string Reception = "reception";
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private static readonly string[] WithoutPeople = ["directory", "identity"];

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Notes work that a service has just shown.</summary>
    /// <param name="kind">One of <see cref="WorkBehind"/>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="personId">Whom it is about; null when nobody has said, as of a ticket that was just called.</param>
    public void Take(string kind, Guid id, string? personId)
    {
        if (Actor.From(Context.User) is { } staff)
        {
            var work = new Work(WorkBehind.Of(kind, id), personId, clock.GetUtcNow() + Life);
            Context.Items[CookieOf(kind)] = work;
            var text = Base64Url.EncodeToString(protection.Protect(Encoding.UTF8.GetBytes(work.ToString()), Owner(staff)));
            Context.Response.Cookies.Append(CookieOf(kind), text, new CookieOptions { HttpOnly = true, Secure = Context.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true });
        }
    }

    /// <summary>Nobody is at the desk.</summary>
    public void LeaveTicket()
    {
        Context.Items[TicketCookie] = Work.None;
        Context.Response.Cookies.Delete(TicketCookie);
    }

    /// <summary>
    /// The work for which this page looks, as far as a service may know: a ticket is reception's, a case or referral the acting office's, and screening knows all of them.
    /// Elsewhere an id would tell that two offices serve the same person.
    /// </summary>
    public string? Behind(string service)
    {
        if (WithoutPeople.Contains(service, StringComparer.Ordinal) || Actor.From(Context.User) is not { } staff || Named(staff) is not { } work)
        {
            return null;
        }

        var owner = string.Equals(WorkBehind.KindOf(work), WorkBehind.Ticket, StringComparison.Ordinal) ? Reception : staff.Office;
        return service is Screening || string.Equals(service, owner, StringComparison.Ordinal) ? work : WorkBehind.KindOf(work);
    }

    // A page about a person is looked at for work that is about them, or about somebody who is not known yet.
    private string? Named(Actor staff)
    {
        var person = (Context.GetRouteValue("personId") as string) ?? Context.Request.Query["person"].FirstOrDefault();
        return new[] { TicketCookie, RecordCookie }.Select(cookie => Read(cookie, staff))
            .FirstOrDefault(work => work is not null && (string.IsNullOrEmpty(person) || work.PersonId is null || string.Equals(person, work.PersonId, StringComparison.Ordinal)))?.Record;
    }

    private Work? Read(string cookie, Actor staff)
    {
        if (!Context.Items.TryGetValue(cookie, out var known))
        {
            Context.Items[cookie] = known = Open(Context.Request.Cookies[cookie], staff);
        }

        return known is Work work && work.EndsAt > clock.GetUtcNow() ? work : null;
    }

    private Work? Open(string? text, Actor staff)
    {
        try
        {
            return text is null ? null : Work.Parse(Encoding.UTF8.GetString(protection.Unprotect(Base64Url.DecodeFromChars(text), Owner(staff))));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string CookieOf(string kind) => string.Equals(kind, WorkBehind.Ticket, StringComparison.Ordinal) ? TicketCookie : RecordCookie;

    private static byte[] Owner(Actor staff) => Encoding.UTF8.GetBytes($"work\n{staff.Subject}\n{staff.Office}\n{staff.Centre}");

    private sealed record Work(string Record, string? PersonId, DateTimeOffset EndsAt)
    {
        public static readonly Work None = new("", PersonId: null, DateTimeOffset.MinValue);

        public static Work? Parse(string text) => text.Split(' ') is [var record, var person, var end] && WorkBehind.IsOne(record) && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new Work(record, person.Length > 0 ? person : null, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Record} {PersonId} {EndsAt.ToUnixTimeSeconds()}");
    }
}
