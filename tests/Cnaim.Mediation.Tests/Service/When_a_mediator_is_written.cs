using System.Net;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_a_mediator_is_written(MediationUnderTest mediation)
{
    [Fact]
    public async Task Should_be_kept_with_languages_training_and_rota_and_changed_with_its_version()
    {
        using var coordinator = mediation.At(role: "coordinator");
        var association = await coordinator.DoAsync("/v1/associations", new { name = "Associação " + Guid.NewGuid() }, HttpStatusCode.Created);
        var id = await mediation.AddMediatorAsync("ro-MD", association: association.GetProperty("id").GetGuid());

        using var answer = await coordinator.ReadAsync($"/v1/mediators/{id}");
        var mediator = await answer.JsonAsync(HttpStatusCode.OK);
        mediator.GetProperty("languages")[0].Text("tag").ShouldBe("ro");
        mediator.GetProperty("training")[0].GetProperty("isValid").GetBoolean().ShouldBeFalse();
        mediator.GetProperty("association").Text("name").ShouldBe(association.Text("name"));
        using var unconditional = await coordinator.PutAsync($"/v1/mediators/{id}", Calls.Mediator("uk"), ifMatch: null);
        unconditional.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using var changed = await coordinator.PutAsync($"/v1/mediators/{id}", Calls.Mediator("uk"), answer.Headers.ETag!.Tag);
        (await changed.JsonAsync(HttpStatusCode.OK)).GetProperty("languages")[0].Text("tag").ShouldBe("uk");
        using var stale = await coordinator.PutAsync($"/v1/mediators/{id}", Calls.Mediator("ar"), answer.Headers.ETag.Tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Should_be_the_business_of_the_own_centre()
    {
        var id = await mediation.AddMediatorAsync("fr", "cnaim-faro");
        using var elsewhere = mediation.At("cnaim-porto", "coordinator");
        using var desk = mediation.At("cnaim-faro");

        using var read = await elsewhere.ReadAsync($"/v1/mediators/{id}");
        using var written = await elsewhere.PutAsync($"/v1/mediators/{id}", Calls.Mediator("fr"), "\"1\"");
        using var byReception = await desk.PostAsync("/v1/mediators", Calls.Mediator("fr"));
        (read.StatusCode, written.StatusCode, byReception.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden));
        (await elsewhere.GetJsonAsync("/v1/mediators")).GetRawText().ShouldNotContain(id.ToString());
        (await desk.GetJsonAsync("/v1/mediators")).GetRawText().ShouldContain(id.ToString());
    }

    [Fact]
    public async Task Should_refuse_what_cannot_be_matched()
    {
        using var coordinator = mediation.At(role: "coordinator");
        var subject = "staff:" + Guid.NewGuid();
        await mediation.AddMediatorAsync("en", subject: subject);

        await coordinator.RefusedAsync("/v1/mediators", Calls.Mediator("en", subject), HttpStatusCode.Conflict, "subject-taken");
        await coordinator.RefusedAsync("/v1/mediators", Calls.Mediator("xx"), HttpStatusCode.UnprocessableEntity, "unknown-language");
        await coordinator.RefusedAsync("/v1/mediators", Calls.Mediator("en", gender: "tall"), HttpStatusCode.UnprocessableEntity, "unknown-gender");
        await coordinator.RefusedAsync("/v1/mediators", Calls.Mediator("en", association: Guid.NewGuid()), HttpStatusCode.UnprocessableEntity, "invalid-mediator");
        await coordinator.RefusedAsync("/v1/mediators", Calls.Mediator("en", name: " "), HttpStatusCode.UnprocessableEntity, "invalid-mediator");
        await coordinator.RefusedAsync("/v1/mediators", new { displayName = "A", languages = new object?[] { null } }, HttpStatusCode.BadRequest, "malformed-request");
        await coordinator.RefusedAsync(
            "/v1/mediators", new { displayName = "A", languages = new[] { new { tag = "en", spoken = "good" } }, rota = new { hours = new[] { new { day = "MO", from = "17:00", to = "09:00" } } } },
            HttpStatusCode.UnprocessableEntity, "invalid-mediator");
    }

    [Fact]
    public async Task Should_be_in_the_sandbox_alone_when_it_is_invented()
    {
        using var desk = mediation.At("cnaim-beja");
        (await desk.GetJsonAsync("/v1/mediators")).GetProperty("items").GetArrayLength().ShouldBeGreaterThanOrEqualTo(8);

        await using var production = await mediation.StartAsync("mediation-production", "production");
        using var there = mediation.At(production.Address, "cnaim-beja", "reception", "reception");
        (await there.GetJsonAsync("/v1/mediators")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var request = await there.DoAsync("/v1/interpreting-requests", new { language = "ar" }, HttpStatusCode.Created);
        (request.Text("state"), request.GetProperty("line").ValueKind).ShouldBe(("requested", System.Text.Json.JsonValueKind.Null));
    }
}
