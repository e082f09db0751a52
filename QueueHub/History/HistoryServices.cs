using QueueHub.History.Access;
using QueueHub.History.Advice;
using QueueHub.History.Answers;
using QueueHub.History.Chains;
using QueueHub.History.Comments;
using QueueHub.History.Ledger;
using QueueHub.History.Rebuild;
using QueueHub.History.Retention;
using QueueHub.History.Rollups;
using QueueHub.History.Webhooks;
using QueueHub.Platform.Database;

namespace QueueHub.History;

/// <summary>Step ⑤: what happened is kept.</summary>
public static class HistoryServices
{
    /// <summary>Writes every office's log to Postgres, and answers from there. Needs the database's and the offices' parts.</summary>
    public static void AddHistory(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HistoryQueries>();
        builder.Services.AddSingleton<IOfficeFacts, OfficeFacts>();
        builder.Services.AddSingleton<HistoryBatches>();
        builder.Services.AddSingleton<StaffFigures>();
        builder.Services.AddSingleton<FiguresAnswers>();
        builder.Services.AddSingleton<AdviceAnswers>();
        builder.Services.AddOptions<PaperOptions>().BindConfiguration(PaperOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LogTrimmer>();
        builder.Services.AddSingleton<HistoryRebuild>();
        builder.Services.AddHostedService<HistoryUpgrade>();
        builder.Services.AddRetention();
        builder.Services.AddWebhooks();
        builder.Services.AddHostedService<HistoryWriter>();
        builder.Services.AddHostedService<LogWatch>();
        builder.Services.AddSingleton<AccessLog>();
        builder.Services.AddSingleton<IHostedService>(provider => new ChainPurge(
            "access log", provider.GetRequiredService<AccessLog>().PurgeAsync, provider.GetRequiredService<DatabaseStart>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChainPurge>>()));
        builder.Services.AddSingleton<FairnessLedger>();
        builder.Services.AddSingleton<VisitComments>();
        builder.Services.AddSingleton<IHostedService>(provider => new ChainPurge(
            "visit comments",
            cancellation => provider.GetRequiredService<VisitComments>().PurgeAsync(provider.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation),
            provider.GetRequiredService<DatabaseStart>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ChainPurge>>()));
    }
}
