using Cnaim.Health.HealthUserNumbers;

namespace Cnaim.Offices.Tests.Health;

public sealed class When_a_health_user_number_is_requested
{
    private static readonly HealthUserNumberState OpenCase = new() { CaseId = Guid.CreateVersion7(), CaseIsOpen = true };

    [Fact]
    public void Should_refuse_a_closed_case() =>
        HealthUserNumberRules.Request(OpenCase with { CaseIsOpen = false }, DateTimeOffset.UnixEpoch).Refusal.ShouldNotBeNull().Code.ShouldBe("case-closed");

    [Fact]
    public void Should_refuse_a_second_request() =>
        HealthUserNumberRules.Request(OpenCase with { IsRequested = true }, DateTimeOffset.UnixEpoch).Refusal.ShouldNotBeNull().Code.ShouldBe("health-number-already-requested");

    [Fact]
    public void Should_accept_the_first() =>
        HealthUserNumberRules.Request(OpenCase, DateTimeOffset.UnixEpoch).IsAccepted.ShouldBeTrue();

    [Fact]
    public void Should_confirm_only_what_was_requested_and_only_once()
    {
        HealthUserNumberRules.Confirm(OpenCase, DateTimeOffset.UnixEpoch).IsAccepted.ShouldBeFalse();
        HealthUserNumberRules.Confirm(OpenCase with { IsRequested = true }, DateTimeOffset.UnixEpoch).IsAccepted.ShouldBeTrue();
        HealthUserNumberRules.Confirm(OpenCase with { IsRequested = true, IsIssued = true }, DateTimeOffset.UnixEpoch).IsAccepted.ShouldBeFalse();
    }
}
