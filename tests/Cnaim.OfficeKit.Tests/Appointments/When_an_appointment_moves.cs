using Cnaim.OfficeKit.Appointments;

namespace Cnaim.OfficeKit.Tests.Appointments;

/// <summary>Every state with every action, against the table written down a second time.</summary>
public sealed class When_an_appointment_moves
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<(string State, string Action), string> Allowed = new()
    {
        [("proposed", "confirm")] = "booked",
        [("proposed", "move")] = "moved",
        [("proposed", "cancel")] = "cancelled",
        [("booked", "confirm")] = "confirmed",
        [("booked", "move")] = "moved",
        [("booked", "cancel")] = "cancelled",
        [("booked", "attended")] = "attended",
        [("booked", "no-show")] = "no-show",
        [("confirmed", "move")] = "moved",
        [("confirmed", "cancel")] = "cancelled",
        [("confirmed", "attended")] = "attended",
        [("confirmed", "no-show")] = "no-show",
        [("no-show", "attended")] = "attended",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var state in AppointmentState.All)
            {
                foreach (var action in AppointmentAction.All)
                {
                    all.Add(state, action);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_do_what_the_table_says_and_nothing_else(string state, string action)
    {
        var decision = AppointmentRules.Move(In(state), action, action is "cancel" ? "person-asked" : null, Begins.AddHours(1));

        decision.Event?.State.ShouldBe(Allowed.GetValueOrDefault((state, action)) ?? "refused");
        decision.Refusal?.Code.ShouldBe("appointment-move-not-allowed");
        decision.IsAccepted.ShouldBe(Allowed.ContainsKey((state, action)));
        AppointmentRules.AllowedMoves(state).Contains(action, StringComparer.Ordinal).ShouldBe(decision.IsAccepted);
        decision.Event?.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("cancel", null)]
    [InlineData("cancel", "tired")]
    [InlineData("cancel", "person-left")]
    [InlineData("confirm", "person-asked")]
    public void Should_take_a_reason_to_cancel_and_only_then(string action, string? reason) =>
        AppointmentRules.Move(In("booked"), action, reason, Begins).Refusal?.Code.ShouldBe("invalid-cancel-reason");

    [Fact]
    public void Should_not_miss_anybody_before_the_time_has_come()
    {
        AppointmentRules.Move(In("booked"), "no-show", null, Begins.AddSeconds(-1)).Refusal?.Code.ShouldBe("appointment-not-begun");
        AppointmentRules.Move(In("booked"), "no-show", null, Begins).Event?.State.ShouldBe("no-show");
        AppointmentRules.Move(In("booked"), "attended", null, Begins.AddHours(-1)).Event?.State.ShouldBe("attended");
    }

    [Theory]
    [InlineData("proposed", true)]
    [InlineData("booked", true)]
    [InlineData("confirmed", true)]
    [InlineData("attended", false)]
    [InlineData("no-show", false)]
    [InlineData("cancelled", false)]
    [InlineData("moved", false)]
    public void Should_check_in_whoever_is_expected(string state, bool isExpected)
    {
        var decision = AppointmentRules.CheckIn(In(state), Begins.AddMinutes(-10));

        decision.IsAccepted.ShouldBe(isExpected);
        decision.Event?.State.ShouldBe(state);
        decision.Event?.CheckedInAt.ShouldBe(Begins.AddMinutes(-10));
    }

    [Fact]
    public void Should_keep_the_first_arrival()
    {
        var arrived = In("booked") with { CheckedInAt = Begins.AddMinutes(-10) };

        AppointmentRules.CheckIn(arrived, Begins).Event.ShouldBe(arrived);
    }

    private static Appointment In(string state) => new() { State = state, StartsAt = Begins, EndsAt = Begins.AddMinutes(30), Version = 1 };
}
