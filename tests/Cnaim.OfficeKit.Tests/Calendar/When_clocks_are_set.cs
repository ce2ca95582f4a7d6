using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Calendar;
using Cnaim.OfficeKit.Directory;

namespace Cnaim.OfficeKit.Tests.Calendar;

public sealed class When_clocks_are_set
{
    private static readonly DateTimeOffset FridayEvening = new(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);
    private static readonly DirectorySnapshot Silent = new([], []);

    [Theory]
    [InlineData(ReferralPriority.Routine, "2026-11-25T09:00Z", "2027-01-08T09:00Z")]
    [InlineData(ReferralPriority.Urgent, "2026-11-23T13:00Z", "2026-11-30T09:00Z")]
    [InlineData(ReferralPriority.Emergency, "2026-11-20T19:30Z", "2026-11-21T19:00Z")]
    public void Should_use_the_defaults_of_the_domain(string priority, string acknowledgeBy, string resolveBy)
    {
        var (acknowledge, resolve) = Silent.DeadlinesOf("health", "health.user-number", priority);

        var clocks = ReferralClocks.Count(FridayEvening, acknowledge, resolve, Silent.CalendarOf("cnaim-lisboa"));

        clocks.AcknowledgeBy.ShouldBe(At(acknowledgeBy));
        clocks.ResolveBy.ShouldBe(At(resolveBy));
    }

    [Fact]
    public void Should_run_an_emergency_on_the_wall_clock()
    {
        var clocks = new ReferralClocks(FridayEvening, FridayEvening.AddMinutes(30), FridayEvening.AddDays(1));

        clocks.AtPercent(200, ReferralPriority.Emergency, Silent.CalendarOf("cnaim-lisboa")).ShouldBe(FridayEvening.AddMinutes(60));
        clocks.AtPercent(50, ReferralPriority.Emergency, Silent.CalendarOf("cnaim-lisboa")).ShouldBe(FridayEvening.AddMinutes(15));
    }

    [Fact]
    public void Should_prefer_the_most_specific_deadline()
    {
        var directory = new DirectorySnapshot([Entry(null, null, 5), Entry("health", null, 4), Entry("health", "health.user-number", 3)], []);

        directory.DeadlinesOf("health", "health.user-number", ReferralPriority.Routine).Acknowledge.Amount.ShouldBe(3);
        directory.DeadlinesOf("health", "health.other", ReferralPriority.Routine).Acknowledge.Amount.ShouldBe(4);
        directory.DeadlinesOf("tax", "tax.nif", ReferralPriority.Routine).Acknowledge.Amount.ShouldBe(5);
        directory.DeadlinesOf("tax", "tax.nif", ReferralPriority.Urgent).Acknowledge.ShouldBe(new DeadlineSpan(4, DeadlineUnit.WorkingHour));
    }

    [Fact]
    public void Should_ignore_a_deadline_that_makes_no_sense()
    {
        var directory = new DirectorySnapshot([Entry(null, null, 0), Entry("tax", null, 2) with { Resolve = new DeadlineSpan(2, "fortnight") }], []);

        directory.DeadlinesOf("tax", "tax.nif", ReferralPriority.Routine).Acknowledge.ShouldBe(new DeadlineSpan(2, DeadlineUnit.WorkingDay));
    }

    [Fact]
    public void Should_assume_hours_where_the_directory_has_none()
    {
        var directory = new DirectorySnapshot([], [new CentreEntry { Code = "claim-x", OpeningHours = [new OpeningEntry { Days = ["MO"], Opens = null }] }]);

        directory.CalendarOf("claim-x").AddWorkingTime(At("2026-11-23T08:00Z"), TimeSpan.FromHours(8)).ShouldBe(At("2026-11-23T17:00Z"));
    }

    [Fact]
    public void Should_know_the_centres_before_the_directory_answers()
    {
        var directory = new NetworkDirectory();

        directory.Current.HasCentre("cnaim-lisboa").ShouldBeTrue();
        directory.Current.HasCentre("cnaim-atlantis").ShouldBeFalse();
    }

    private static DeadlineEntry Entry(string? office, string? request, int days) => new()
    {
        Office = office,
        Request = request,
        Priority = ReferralPriority.Routine,
        Acknowledge = new DeadlineSpan(days, DeadlineUnit.WorkingDay),
        Resolve = new DeadlineSpan(30, DeadlineUnit.WorkingDay),
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
