using System.Security.Claims;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>What is looked at for which ticket, case or referral.</summary>
public sealed class When_work_is_in_hand
{
    private const string Person = "01JAQ2Z8M3N4P5R6S7T8V9W0XY";
    private const string Other = "01JAQ2Z8M3N4P5R6S7T8V9W0XZ";
    private static readonly Guid Id = new("0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11");
    private static readonly FieldProtection Protection = new(new ConfigurationBuilder().AddInMemoryCollection([new("Protection:Key", Convert.ToBase64String(new byte[32]))]).Build());
    private readonly MovedClock _clock = new();

    [Theory]
    [InlineData(WorkBehind.Ticket, "screening", "ticket:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11")]
    [InlineData(WorkBehind.Ticket, "reception", "ticket:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11")]
    [InlineData(WorkBehind.Ticket, "tax", "ticket")]
    [InlineData(WorkBehind.Referral, "tax", "referral:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11")]
    [InlineData(WorkBehind.Case, "mediation", "case")]
    [InlineData(WorkBehind.Case, "directory", null)]
    public void Should_be_named_where_it_is_known_and_be_only_a_kind_elsewhere(string kind, string service, string? named)
    {
        var taken = Take(kind, Person);
        At(taken, Person).Behind(service).ShouldBe(named);
    }

    [Fact]
    public void Should_be_behind_looks_at_its_own_person_alone()
    {
        var taken = Take(WorkBehind.Referral, Person);
        At(taken, Other).Behind("screening").ShouldBeNull();
        At(taken, personId: null).Behind("screening").ShouldNotBeNull();
        At(Take(WorkBehind.Ticket, personId: null), Other).Behind("screening").ShouldNotBeNull(); // nobody knows yet who was called
    }

    [Fact]
    public void Should_be_nobody_elses_nor_made_up_nor_last()
    {
        var taken = Take(WorkBehind.Ticket, Person);
        At(taken, Person, "staff:2").Behind("screening").ShouldBeNull();
        At(taken, Person, office: "health").Behind("screening").ShouldBeNull();
        At(taken[..^4] + "AAAA", Person).Behind("screening").ShouldBeNull();
        At("cnaim-ticket=ticket:" + Id, Person).Behind("screening").ShouldBeNull();
        _clock.Ahead = TimeSpan.FromHours(2);
        At(taken, Person).Behind("screening").ShouldBeNull();
    }

    [Fact]
    public void Should_end_for_the_same_page_when_nobody_is_at_the_desk()
    {
        var work = At(Take(WorkBehind.Ticket, personId: null), personId: null);
        work.LeaveTicket();
        work.Behind("screening").ShouldBeNull();
    }

    private string Take(string kind, string? personId)
    {
        var context = Context("staff:1", "tax", personId: null);
        Of(context).Take(kind, Id, personId);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private WorkInHand At(string cookie, string? personId, string subject = "staff:1", string office = "tax")
    {
        var context = Context(subject, office, personId);
        context.Request.Headers.Cookie = cookie;
        return Of(context);
    }

    private WorkInHand Of(HttpContext context) => new(Protection, _clock, new HttpContextAccessor { HttpContext = context });

    private static DefaultHttpContext Context(string subject, string office, string? personId)
    {
        var context = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new("sub", subject), new("office", office), new("centre", "cnaim-lisboa"), new("role", "office-agent")], "test")),
        };
        if (personId is not null)
        {
            context.Request.RouteValues = new RouteValueDictionary { ["personId"] = personId };
        }

        return context;
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
