using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Platform.Database;
using QueueHub.Staff.Policies;

namespace QueueHub.History.Retention;

/// <summary>How long history is kept, and the record of what is not there any more.</summary>
public static class RetentionServices
{
    internal static void AddRetention(this IServiceCollection services)
    {
        services.AddOptions<HistoryOptions>().BindConfiguration(HistoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Destructions>();
        services.AddHostedService<Retention>();
    }

    public static void MapRetention(this IEndpointRouteBuilder app) => app.MapGroup(Routes.History)
        .RequireDistrictStaff(StaffRole.Administrator).WithTags("History").UnavailableWithoutPostgres()
        .MapGet("/destructions", async (long? before, Destructions destructions, HttpContext http) =>
        {
            var entries = await destructions.PageAsync(before, http.RequestAborted);
            return TypedResults.Ok(new DestructionPage(entries, entries.Count == Destructions.PageSize ? entries[^1].Id : null));
        })
        .WithName("Destructions");
}
