using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Directory;

internal static class DirectoryRefusals
{
    public static readonly Refusal NotLoaded = new("directory-not-loaded", 503, "The directory is being loaded; try again in a moment.");

    public static readonly Refusal UnknownPage = new("unknown-page", 400, "page is 1 or more, per_page is 1 to 500.");

    public static readonly Refusal UnknownFormat = new("unknown-format", 400, "Use format=json or leave it out.");

    public static readonly Refusal UnknownTableFormat = new("unknown-table-format", 400, "Use format=csv or format=json, or leave it out.");

    public static readonly Refusal UnknownLimit = new("unknown-limit", 400, "limit is 1 to 500.");

    public static readonly Refusal UnknownRequest = new("unknown-request", 422, "Use the code of a request or of an office; /v1/offices lists them.");

    public static readonly Refusal UnknownArea = new("unknown-area", 422, "Use the four digits of a municipality; /v1/municipalities lists them.");

    public static readonly Refusal AuditHeadBehind = new("audit-head-behind", 409, "A later head of this chain is kept already, or another one in this place.")
    {
        Fix = "Rows of the service's audit trail are gone or were written anew, or an old backup came back: run ./cnaim audit verify for the service.",
    };

    public static readonly Refusal FocalPointInvalid = new("focal-point-invalid", 422, "A value breaks a rule; 'errors' names each.");

    public static readonly Refusal FocalPointOffice = new("focal-point-office-unknown", 422, "This office cannot be met at this centre; /v1/centres lists those that can.");

    public static readonly Refusal FocalPointOverlaps = new("focal-point-overlaps", 409, "The office has a focal point at this centre on some of these days; end that one first.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["overlap"] = ["Another focal point has some of these days."] } },
    };

    public static readonly Refusal ImportUnreadable = new("import-unreadable", 422, "Send a table as text/csv in UTF-8, with the names of the columns in its first line, or a JSON list of objects.");

    public static readonly Refusal NoticeInvalid = new("notice-invalid", 422, "A value breaks a rule; 'errors' names each.");

    public static readonly Refusal KeyMissing = new("idempotency-key-missing", 400, "Send an Idempotency-Key header (1 to 255 characters) and repeat it when you try again.");

    public static readonly Refusal KeyInvalid = new("idempotency-key-invalid", 400, "The Idempotency-Key must be one header of 1 to 255 visible ASCII characters.");

    public static readonly Refusal KeyReused = new("idempotency-key-reused", 422, "This Idempotency-Key was used for another request; take a new one.");

    public static readonly Refusal UnknownPriority = new("unknown-priority", 422, "Use routine, urgent or emergency.");
}
