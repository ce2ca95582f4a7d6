using System.Security.Claims;
using Cnaim.Architecture.Tests.Hosts;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The matrix: every role, office and centre at every endpoint, HTTP and gRPC, as the hosts' own policy answers and as the table says.</summary>
public sealed class When_rights_are_decided
{
    public static TheoryData<string> Codes => [.. ServiceApi.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Should_be_as_the_table_says_for_every_caller_at_every_endpoint(string code)
    {
        var differences = new List<string>();
        await using var services = new ServiceCollection().AddLogging().AddRights(code).BuildServiceProvider();
        var (policies, authorization) = (services.GetRequiredService<IAuthorizationPolicyProvider>(), services.GetRequiredService<IAuthorizationService>());
        var endpoints = ServiceApi.Of(code).Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<RightAttribute>() is not null).ToList();
        endpoints.ShouldNotBeEmpty();
        foreach (var endpoint in endpoints)
        {
            var data = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Where(entry => entry is RightAttribute);
            var policy = await AuthorizationPolicy.CombineAsync(policies, data);
            foreach (var caller in RightsMatrix.Callers(code))
            {
                var context = new DefaultHttpContext { User = UserOf(caller) };
                context.SetEndpoint(endpoint);
                var may = (await authorization.AuthorizeAsync(context.User, context, policy!)).Succeeded;
                if (may != RightsMatrix.Allows(code, endpoint.Metadata.GetMetadata<RightAttribute>()!.Name, caller))
                {
                    differences.Add($"{endpoint.RoutePattern.RawText} {caller}: {may}");
                }
            }
        }

        differences.ShouldBeEmpty();
    }

    [Fact]
    public void Should_let_nobody_pass_at_an_endpoint_whose_right_the_table_has_not() =>
        Should.Throw<ArgumentException>(() => new RouteGroup().RequireRight("people.sell"));

    [Fact]
    public void Should_name_each_right_of_the_table_once()
    {
        var names = typeof(Right).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        names.ShouldBe(names.Distinct(StringComparer.Ordinal));
        foreach (var name in names)
        {
            RightsMatrix.Allows("health", name, new RightsMatrix.Caller("king", "health", "cnaim-lisboa", "")).ShouldBeFalse();
        }
    }

    private static ClaimsPrincipal UserOf(RightsMatrix.Caller caller) => new(new ClaimsIdentity(
        [new("sub", "somebody"), new("office", caller.Office), new("centre", caller.Centre), new("role", caller.Role), new("scope", caller.Scopes)], "test"));

    private sealed class RouteGroup : Microsoft.AspNetCore.Builder.IEndpointConventionBuilder
    {
        public void Add(Action<Microsoft.AspNetCore.Builder.EndpointBuilder> convention)
        {
        }
    }
}
