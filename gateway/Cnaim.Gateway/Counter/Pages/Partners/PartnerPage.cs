using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>A page of a partner's own: for everybody but its developers it does not exist, and services answer for that partner alone.</summary>
internal abstract class PartnerPage : CounterPage
{
    public const string Endpoints = "/v1/endpoints";
    protected const string Service = "subscriptions";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (!RolePages.IsPartner(Staff.Role))
        {
            context.Result = NotFound();
        }
    }

    protected Task<ServiceAnswer<T>> AskAsync<T>(string path, CancellationToken cancellationToken)
        where T : class => Calls.GetAsync<T>(Service, path, cancellationToken);

    protected Task<ServiceAnswer<T>> DoAsync<T>(string path, object? body, CancellationToken cancellationToken, string? version = null)
        where T : class => Calls.SendAsync<T>(new ServiceRequest(Service, HttpMethod.Post, path) { Body = body, IdempotencyKey = FormKey, IfMatch = version }, cancellationToken);

    /// <summary>A page with what went wrong, where something has, and with the status that says so.</summary>
    protected IActionResult Shown()
    {
        if (!Errors.IsEmpty && Response.StatusCode is StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }
}
