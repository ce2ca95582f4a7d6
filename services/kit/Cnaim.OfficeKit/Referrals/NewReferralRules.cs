using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Hosting;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What a new referral must fulfil; pure, and names every error at once.</summary>
internal static class NewReferralRules
{
    private const int MaximumNote = 2000;

    /// <summary>Checks a body.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="actor">Who sends, from which office and centre.</param>
    /// <param name="directory">The known centres.</param>
    /// <param name="offices">Which offices may be offered open referrals.</param>
    public static Errors Check(NewReferral body, Actor actor, DirectorySnapshot directory, NetworkOffices offices)
    {
        var errors = new Errors();
        var request = ServiceCatalogue.Embedded.Find(body.Request);
        errors.Require(PersonReference.IsValid(body.PersonId), "personId", "A reference of 26 characters is needed.");
        errors.Require(request is not null, "request", $"'{Errors.Shorten(body.Request)}' is no request of the service catalogue.");
        errors.Require(body.Receiver is null != body.Open is null, "receiver", "Name either a receiver or an open area.");
        CheckReceiver(body.Receiver, request, actor, directory, errors);
        CheckOpening(body.Open, request, offices, errors);
        errors.RequireKnown(body.Issues ?? [], ServiceCatalogue.Embedded.Issues, "issues");
        errors.RequireKnown([body.Priority ?? ReferralPriority.Routine], [.. ReferralPriority.All], "priority");
        errors.RequireKnown(body.Categories ?? [], [.. DataCategory.All], "categories");
        errors.Require(body.Categories is { Length: > 0 }, "categories", "Name at least one data category.");
        errors.Require(body.Language is null or { Length: 3 } && (body.Language ?? "").All(char.IsAsciiLetterLower), "language", "An ISO 639-3 code has three small letters.");
        errors.Require(body.StatutoryGround is null || (body.Receiver is not null && body.StatutoryGround.Length is > 0 and <= 60), "statutoryGround", "At most 60 characters, and only with a receiver.");
        errors.Require(body.Note is null or { Length: <= MaximumNote }, "note", $"At most {MaximumNote} characters.");
        return errors;
    }

    /// <summary>The draft of a body that passed <see cref="Check"/>; a status-blind request never carries the residence status.</summary>
    public static SentReferral Draft(NewReferral body, Actor actor, DateTimeOffset now)
    {
        var request = ServiceCatalogue.Embedded.Find(body.Request) ?? throw new ArgumentException("The body was not checked.", nameof(body));
        return new SentReferral
        {
            ReferralId = Guid.CreateVersion7(now),
            Centre = actor.Centre,
            PersonRef = body.PersonId ?? "",
            ReceiverOffice = body.Receiver?.Office,
            ReceiverCentre = body.Receiver?.Centre,
            ReceiverAgent = body.Receiver?.Agent,
            OpenArea = body.Open?.Area,
            Request = request.Code,
            Issues = [.. (body.Issues ?? []).Distinct(StringComparer.Ordinal)],
            Priority = body.Priority ?? ReferralPriority.Routine,
            Categories = [.. Carried(request, body.Categories ?? [])],
            StatutoryGround = body.StatutoryGround,
            Language = body.Language,
            Status = ReferralStatus.Draft,
            LastVerb = "created",
            HeldBack = body.Open is null ? null : HeldBackReason.LooksForCandidates,
            BasedOn = body.BasedOn,
            PartOf = body.PartOf,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }

    /// <summary>The categories that may travel with a request.</summary>
    public static IEnumerable<string> Carried(RequestEntry request, IEnumerable<string> categories) => categories
        .Where(category => !request.StatusBlind || !string.Equals(category, DataCategory.ResidenceStatus, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    private static void CheckReceiver(NewReferralReceiver? receiver, RequestEntry? request, Actor actor, DirectorySnapshot directory, Errors errors)
    {
        if (receiver is null)
        {
            return;
        }

        var known = ServiceCatalogue.Embedded.Offices.Contains(receiver.Office ?? "");
        errors.Require(known, "receiver.office", $"'{Errors.Shorten(receiver.Office)}' is no office that receives referrals.");
        errors.Require(!known || request is null || Same(request.Office, receiver.Office), "request", "The request belongs to another office than the receiver.");
        errors.Require(directory.HasCentre(receiver.Centre ?? ""), "receiver.centre", $"'{Errors.Shorten(receiver.Centre)}' is no centre of the network.");
        errors.Require(!Same(receiver.Office, actor.Office) || !Same(receiver.Centre, actor.Centre), "receiver", "An office does not refer to itself at the same centre.");
    }

    private static void CheckOpening(NewReferralOpening? opening, RequestEntry? request, NetworkOffices offices, Errors errors)
    {
        if (opening is null)
        {
            return;
        }

        errors.Require(
            request is null || opening.Service is null || Same(opening.Service, request.Office) || Same(opening.Service, request.Code),
            "open.service",
            "The service is the request's office or the request itself.");
        errors.Require(request is null || offices.MayBeOffered(request.Office), "open", "This request is never offered openly; name a receiver.");
        errors.Require(opening.Area is { Length: 4 } area && area.All(char.IsAsciiDigit), "open.area", "A DICO code of four digits is needed.");
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
