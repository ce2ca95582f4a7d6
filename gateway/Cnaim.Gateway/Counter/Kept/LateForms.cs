using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Gateway.Counter.Sessions;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.Extensions;

namespace Cnaim.Gateway.Counter.Kept;

/// <summary>Keeps a form that came too late until the same person is back; nobody else's sign-in opens it.</summary>
internal sealed class LateForms(KeptForms forms, FieldProtection protection)
{
    /// <summary>The field that says whose form it is, sealed for the session it was shown in.</summary>
    public const string OwnerField = "owner";
    private const int LongestForm = 64 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public string SealOwner(string subject, string csrf) => Base64Url.EncodeToString(protection.Protect(Encoding.UTF8.GetBytes(subject), Encoding.UTF8.GetBytes(csrf)));

    /// <summary>The id under which the request's form waits; null when it is not one of ours, or too large.</summary>
    public async Task<Guid?> KeepAsync(HttpRequest request, string? address, CancellationToken cancellationToken)
    {
        if (request is not { HasFormContentType: true, ContentLength: <= LongestForm } || !await OwnFormsFilter.IsOwnAsync(request))
        {
            return null;
        }

        // The session's cookie may be gone by now; the form itself proves whose page it was on.
        var form = await request.ReadFormAsync(cancellationToken);
        if (OwnerOf(form[OwnerField].ToString(), form[OwnFormsFilter.Field].ToString()) is not { } owner)
        {
            return null;
        }

        var fields = form.Where(field => field.Key is not (OwnerField or OwnFormsFilter.Field)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        return await forms.KeepAsync(owner, new LateForm(ReturnAddress.Of(address ?? request.GetEncodedPathAndQuery()), [.. fields]), Life, cancellationToken);
    }

    private string? OwnerOf(string text, string csrf)
    {
        try
        {
            return Encoding.UTF8.GetString(protection.Unprotect(Base64Url.DecodeFromChars(text), Encoding.UTF8.GetBytes(csrf)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
