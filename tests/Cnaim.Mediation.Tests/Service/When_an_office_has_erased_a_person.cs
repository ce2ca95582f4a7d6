using System.Net;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_an_office_has_erased_a_person(MediationUnderTest mediation)
{
    [Fact]
    public async Task Should_forget_the_reference_in_bookings_and_audit_and_leave_the_booking()
    {
        await mediation.AddMediatorAsync("sk");
        var (person, other) = (Reference(), Reference());
        using var desk = mediation.At(office: "education");
        using var elsewhere = mediation.At(office: "housing");
        var id = await BookAsync(desk, person, Calls.Tomorrow);
        var kept = await BookAsync(desk, other, Calls.Tomorrow.AddHours(2));
        var foreign = await BookAsync(elsewhere, person, Calls.Tomorrow.AddHours(4));

        mediation.Directory.Add("education", person);

        await UntilAsync(async () => (await desk.GetJsonAsync($"/v1/bookings/{id}")).Text("forPerson") is null);
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM booking WHERE reference = $1 AND office = 'education'", person)).ShouldBe(0);
        (await desk.GetJsonAsync($"/v1/bookings/{id}")).Text("state").ShouldBe("matched");
        (await desk.GetJsonAsync($"/v1/bookings/{kept}")).Text("forPerson").ShouldBe(other);
        (await elsewhere.GetJsonAsync($"/v1/bookings/{foreign}")).Text("forPerson").ShouldBe(person, "another office's word for somebody else");
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'booking.created' AND record_id = $1 AND detail IS NULL", id.ToString())).ShouldBe(1);
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'erasure.followed'")).ShouldBeGreaterThan(0);
        mediation.Directory.Asked.Keys.ShouldNotContain("borders");
    }

    private static string Reference() => Guid.NewGuid().ToString("N").ToUpperInvariant()[..26];

    private static async Task<Guid> BookAsync(HttpClient desk, string forPerson, DateTimeOffset from) =>
        (await desk.DoAsync("/v1/bookings", new { language = "sk", mode = "in-person", from, to = from.AddMinutes(30), forPerson }, HttpStatusCode.Created)).GetProperty("id").GetGuid();

    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(20), mediation.Log);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
