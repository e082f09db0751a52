using QueueHub.Demo;
using QueueHub.District;
using QueueHub.Feed;
using QueueHub.History;
using QueueHub.History.Advice;
using QueueHub.History.Answers;
using QueueHub.History.Export;
using QueueHub.History.Keys;
using QueueHub.History.Retention;
using QueueHub.History.Webhooks;
using QueueHub.History.Webhooks.Pages;
using QueueHub.Intake;
using QueueHub.Live;
using QueueHub.Notify;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Platform.Health;
using QueueHub.Platform.KeyRing;
using QueueHub.Protection;
using QueueHub.Recovery;
using QueueHub.Screens;
using QueueHub.Staff;
using QueueHub.Staff.Pages;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub;

/// <summary>The hub's table of contents.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => HubProcess.RunAsync(args);

    public static void AddFeatures(WebApplicationBuilder builder)
    {
        builder.AddDatabase();
        builder.AddKeyRing();
        builder.AddPlatform();
        builder.AddOffices();
        builder.AddStaff();
        builder.AddScreens();
        builder.AddTickets();
        builder.AddCommands();
        builder.AddLive();
        builder.AddHistory();
        builder.AddExport();
        builder.AddApiKeys();
        builder.AddRecovery();
        builder.AddProtection();
        builder.AddIntake();
        builder.AddNotify();
        builder.AddDistrict();
        builder.AddFeed();
        builder.AddHealth();
        builder.AddDemo();
    }

    public static void MapFeatures(WebApplication app)
    {
        app.UsePlatform();
        var files = app.MapGroup("").AllowAnonymous();
        files.MapStaticAssets();
        app.MapHealth();
        app.MapStaff();
        app.MapScreens();
        app.MapOffices();
        app.MapCommands();
        app.MapRecords();
        app.MapHistoryAnswers();
        app.MapHistoryAdvice();
        app.MapExport();
        app.MapRetention();
        app.MapWebhooks();
        app.MapLive();
        app.MapProtection();
        app.MapStaffPages();
        app.MapApiKeyPages();
        app.MapWebhookPages();
        app.MapIntake();
        app.MapNotify();
        app.MapDistrict();
        app.MapFeed();
        files.MapFallbackToFile("/display/{*path:nonfile}", "display/index.html");
        files.MapFallbackToFile("/counter/{*path:nonfile}", "counter/index.html");
    }
}
