using QueueHub.History.Access;
using QueueHub.History.Chains;
using QueueHub.History.Comments;
using QueueHub.History.Ledger;
using QueueHub.Platform.Database;

namespace QueueHub.History;

/// <summary>Step ⑤: what happened is kept.</summary>
public static class HistoryServices
{
    /// <summary>Writes every office's log to Postgres, and answers from there. Needs the database's and the offices' parts.</summary>
    public static void AddHistory(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HistoryQueries>();
        builder.Services.AddSingleton<HistoryBatches>();
        builder.Services.AddSingleton<LogTrimmer>();
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
