using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: a page of administration; for a role without it, it does not exist.</summary>
internal abstract class AdminPage : CounterPage
{
    /// <summary>Which one of <see cref="AdminPages"/>.</summary>
    protected abstract string Name { get; }

    protected bool IsAllowed => AdminPages.Of(Staff.Role).Contains(Name, StringComparer.Ordinal);

    protected bool IsNetwork => Staff.Role is "administrator";

    /// <summary>A page with what went wrong, where something has, and with the status that says so.</summary>
    protected IActionResult Shown()
    {
        if (!Errors.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    /// <summary>A date that must be there; what is wrong stands beside it.</summary>
    protected DateOnly? Required(TypedDate date, string field)
    {
        if (date.Read() is { } day)
        {
            return day;
        }

        Errors.Add(field, Words[date.IsEmpty ? "Admin_DateMissing" : "Admin_DateWrong"]);
        return null;
    }

    /// <summary>A date that may be left out.</summary>
    protected DateOnly? Optional(TypedDate date, string field) => date.IsEmpty ? null : Required(date, field);
}
