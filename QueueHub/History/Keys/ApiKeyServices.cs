using QueueHub.History.Keys.Pages;

namespace QueueHub.History.Keys;

/// <summary>Keys by which programs read history. docs/api.md.</summary>
public static class ApiKeyServices
{
    public static void AddApiKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddSingleton<LiveApiKeys>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveApiKeys>());
        builder.Services.AddHistoryPolicy();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer<HistoryDescription>());
    }

    public static void MapApiKeyPages(this IEndpointRouteBuilder app) => ApiKeyEndpoints.Map(app);
}
