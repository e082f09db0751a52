using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Tickets;

namespace QueueHub;

/// <summary>The hub's table of contents.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => HubProcess.RunAsync(args);

    public static void AddFeatures(WebApplicationBuilder builder)
    {
        builder.AddDatabase();
        builder.AddOffices();
        builder.AddTickets();
    }

    public static void MapFeatures(WebApplication app)
    {
        app.MapStaticAssets();
        app.MapFallbackToFile("/display/{*path:nonfile}", "display/index.html");
        app.MapFallbackToFile("/counter/{*path:nonfile}", "counter/index.html");
    }
}
