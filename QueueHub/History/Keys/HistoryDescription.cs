using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace QueueHub.History.Keys;

/// <summary>Says in the hub's description how programs sign in, and where.</summary>
internal sealed class HistoryDescription : IOpenApiDocumentTransformer
{
    public const string Bearer = "apiKeyBearer";
    public const string Header = "apiKeyHeader";
    public const string Cookie = "staffCookie";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "qh_…",
            Description = "An API key from an administrator (/staff/keys); reads history, of one office or of all.",
        };
        document.Components.SecuritySchemes[Header] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyScheme.Header,
            Description = "The same key, for programs that cannot send Authorization.",
        };
        document.Components.SecuritySchemes[Cookie] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "qh.staff",
            Description = "A supervisor who is signed in.",
        };
        var forKeys = context.DescriptionGroups.SelectMany(group => group.Items)
            .Where(item => item.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any(policy => policy.Policy == HistoryPolicy.Name))
            .Select(item => $"/{item.RelativePath?.TrimEnd('/')}").ToHashSet(StringComparer.Ordinal);
        foreach (var operation in document.Paths.Where(path => forKeys.Contains(path.Key.TrimEnd('/'))).SelectMany(path => path.Value.Operations!.Values))
        {
            operation.Security = [.. new[] { Bearer, Header, Cookie }.Select(scheme =>
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];
        }

        return Task.CompletedTask;
    }
}
