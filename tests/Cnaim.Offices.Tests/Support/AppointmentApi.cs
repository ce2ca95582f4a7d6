using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Offices.Tests.Support;

/// <summary>Appointments as the tests call them.</summary>
internal static class AppointmentApi
{
    /// <summary>Lets a counter give appointments at the client's centre on every day that the centre is open.</summary>
    public static async Task<Guid> AddCounterAsync(this HttpClient coordinator, string counter, int minutes = 30)
    {
        using var response = await coordinator.PostNewAsync("/v1/appointment-calendars", new
        {
            counter,
            days = new[] { "MO", "TU", "WE", "TH", "FR" },
            opens = "09:00",
            closes = "17:00",
            slotMinutes = minutes,
            validFrom = "2020-01-01",
        });
        return (await response.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>The free times of one calendar; the first ones of the next two weeks.</summary>
    public static async Task<List<DateTimeOffset>> FreeAsync(this HttpClient desk, Guid calendar, string? centre = null)
    {
        using var response = await desk.LookAsync("/v1/slots" + (centre is null ? "" : "?centre=" + centre));
        var slots = await response.JsonAsync(HttpStatusCode.OK);
        return [.. slots.GetProperty("items").EnumerateArray().Where(slot => slot.GetProperty("calendarId").GetGuid() == calendar).Select(slot => slot.GetProperty("startsAt").GetDateTimeOffset())];
    }

    public static object Wish(DateTimeOffset startsAt, Guid calendarId, string? person = null, Guid? caseId = null, string? centre = null) =>
        new { personId = person ?? ReferralApi.NewPerson(), startsAt, calendarId, caseId, centre };

    /// <summary>Books and expects 201.</summary>
    public static async Task<JsonElement> BookAsync(this HttpClient desk, object wish)
    {
        using var response = await desk.PostNewAsync("/v1/appointments", wish);
        return await response.JsonAsync(HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> PostWithAsync(this HttpClient client, string path, object? body, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> AppointmentAsync(this HttpClient desk, Guid id)
    {
        using var response = await desk.LookAsync($"/v1/appointments/{id}");
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    public static Guid Id(this JsonElement resource) => resource.GetProperty("id").GetGuid();

    public static string? Text(this JsonElement resource, string name) => resource.GetProperty(name).GetString();

    /// <summary>Puts an appointment some days back, as the passing of time would.</summary>
    public static Task AgeAsync<TMarker>(this OfficeHost<TMarker> office, Guid id, int days)
        where TMarker : class => office.ExecuteAsync(
            "UPDATE appointment SET starts_at = starts_at - make_interval(days => @days), ends_at = ends_at - make_interval(days => @days), local_day = local_day - @days WHERE appointment_id = @id",
            ("days", days),
            ("id", id));

    public static string Iso(this DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
