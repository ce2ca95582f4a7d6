using System.Text.RegularExpressions;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.AuditRoots;
using Cnaim.Subscriptions.Events;
using Microsoft.Extensions.Configuration;

namespace Cnaim.Subscriptions.Tests.Lanes;

/// <summary>What an event's source and sequence tell of the office behind it.</summary>
public sealed partial class When_an_event_is_shown
{
    private const string Hidden = "urn:cnaim:specialised-support";
    private static readonly FieldProtection Protection = new(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("Protection:Key", (string?)Convert.ToBase64String(new byte[32]))])
        .Build());

    private readonly ShowEvent _show = new(Protection, new LatestAuditRoot());
    private readonly Guid _referral = Guid.CreateVersion7();

    [Fact]
    public void Should_tell_the_streams_of_one_referral_apart_and_no_office()
    {
        var partner = Agreement(DataLevel.Status);
        var (sent, accepted, done) = (Show(partner, "urn:cnaim:reception"), Show(partner, "urn:cnaim:health"), Show(partner, "urn:cnaim:health", number: 2));

        sent.Source.ShouldNotBe(accepted.Source);
        done.Source.ShouldBe(accepted.Source);
        (sent.Sequence, accepted.Sequence, done.Sequence).ShouldBe(("1", "1", "2"));
        sent.Subject.ShouldBe(accepted.Subject);
        new[] { sent, accepted }.ShouldAllBe(shown => Stream().IsMatch(shown.Source));
    }

    [Fact]
    public void Should_give_an_office_another_source_for_another_subject_and_another_partner()
    {
        var (one, other) = (Agreement(DataLevel.Status), Agreement(DataLevel.Status));
        string[] sources =
        [
            Show(one, "urn:cnaim:health").Source,
            Show(one, "urn:cnaim:health", subject: Guid.CreateVersion7()).Source,
            Show(other, "urn:cnaim:health").Source,
        ];
        sources.ShouldBeUnique();
    }

    [Theory]
    [InlineData(DataLevel.Status)]
    [InlineData(DataLevel.Party)]
    public void Should_number_nothing_where_two_offices_may_stand_behind_one_name(string level)
    {
        var partner = Agreement(level);
        Show(partner, Hidden).Sequence.ShouldBeNull();
        Show(partner, "urn:cnaim:health").Sequence.ShouldBe("1");
    }

    [Theory]
    [InlineData(DataLevel.Count, "urn:cnaim:network")]
    [InlineData(DataLevel.Party, "urn:cnaim:health")]
    public void Should_name_the_network_or_the_office_elsewhere(string level, string source) => Show(Agreement(level), "urn:cnaim:health").Source.ShouldBe(source);

    private CloudEvent Show(AgreementRow agreement, string source, long number = 1, Guid? subject = null) =>
        _show.As(new KeptEvent { EventId = Guid.CreateVersion7(), Source = source, Subject = subject ?? _referral, Sequence = number }, agreement);

    private static AgreementRow Agreement(string level)
    {
        var id = Guid.CreateVersion7();
        return new AgreementRow { AgreementId = id, DataLevel = level, SubjectKey = Protection.Protect(id.ToByteArray(), id) };
    }

    [GeneratedRegex("^urn:cnaim:network:[0-9a-f]{16}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stream();
}
