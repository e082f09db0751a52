using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Screens;
using QueueHub.History.Keys;
using QueueHub.Screens;
using QueueHub.Staff.Policies;

namespace QueueHub.IntegrationTests.Staff.Policies;

/// <summary>One way into a running hub: an endpoint under one of its methods.</summary>
internal sealed record Door(string Method, RouteEndpoint Endpoint)
{
    public bool IsPublic => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public bool IsGuarded => Policies.Count > 0;

    /// <summary>True when paired screens use it, and no person does.</summary>
    public bool IsForScreens => ScreenKinds.All.Any(IsFor);

    // The second is there only where the hub runs as it was built, not published.
    public bool IsFile => Endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || Endpoint.RoutePattern.RawText == "/{**path:file}";

    /// <summary>True when programs use it with a key.</summary>
    public bool IsForKeys => Policies.Any(policy => policy.Policy == HistoryPolicy.Name);

    /// <summary>True when the request is about an office.</summary>
    public bool NamesOffice => Endpoint.RoutePattern.GetParameter("office") is not null;

    /// <summary>True when paired screens of this kind use it.</summary>
    public bool IsFor(ScreenKind kind) => Policies.Any(policy => policy.Policy == ScreenScheme.Name(kind));

    public IReadOnlyList<IAuthorizeData> Policies => Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();

    /// <summary>All doors of the hub, those added tomorrow included.</summary>
    public static IReadOnlyList<Door> Of(RunningHub hub) =>
    [
        .. from endpoint in hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
            select new Door(method, endpoint),
    ];

    /// <summary>What its policies require beyond a session.</summary>
    public async Task<IReadOnlyList<StaffRequirement>> RequiresAsync(RunningHub hub)
    {
        var policies = hub.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        return (await AuthorizationPolicy.CombineAsync(policies, Policies))!.Requirements
            .Select(requirement => requirement is HistoryRequirement ? HistoryRequirement.OfPeople : requirement).OfType<StaffRequirement>().ToList();
    }

    /// <summary>A request that would do something if it were let in.</summary>
    public HttpRequestMessage Request(string office, long ticket)
    {
        var path = string.Concat(Endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "office" } => office,
            _ => "1",
        }))));
        var request = new HttpRequestMessage(new HttpMethod(Method), path);
        if (Method is not ("GET" or "HEAD"))
        {
            request.Content = Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/x-www-form-urlencoded") == true
                ? new FormUrlEncodedContent([new("role", "administrator")])
                : JsonContent.Create(new { RequestId = Seocho.NewRequestId(), Ticket = ticket, Minutes = 5 });
        }

        return request;
    }

    public override string ToString() => $"{Method} {Endpoint.RoutePattern.RawText}";
}
