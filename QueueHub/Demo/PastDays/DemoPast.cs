using Npgsql;
using QueueHub.History;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.Demo.PastDays;

/// <summary>
/// Gives the offices of a demo a past, so that their statistics show something: in the background, the newest month first. An office that has had a real day
/// before gets none.
/// </summary>
internal sealed class DemoPast(
    HubOptions options, IOffices offices, IOfficeFacts facts, NpgsqlDataSource source, DatabaseStart database, TimeProvider time, ILogger<DemoPast> logger)
    : BackgroundService
{
    private const int Days = 90;

    // The hub's first seconds belong to whoever opens its pages.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Demo is not { } demo)
        {
            return;
        }

        await database.ReadyAsync(stoppingToken);
        await Task.Delay(Afterwards, time, stoppingToken);
        var backoff = new Backoff();
        while (true)
        {
            try
            {
                var tickets = await FillAsync(demo, stoppingToken);
                logger.LogInformation("The demo's offices have a past of {Count} made-up tickets more.", tickets);
                return;
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The demo's past waits for Postgres: {Reason}", error.Message);
                await backoff.WaitAsync(stoppingToken);
            }
        }
    }

    private async Task<int> FillAsync(DemoOptions demo, CancellationToken cancellation)
    {
        var writer = new PastDaysWriter(source);
        var pasts = new List<(PastOffice Office, DateOnly Today)>();
        foreach (var office in offices.All)
        {
            var today = OfficeClock.Date(office, time.GetUtcNow());
            if (!await writer.HasRealDayBeforeAsync(office.Slug, today, cancellation))
            {
                pasts.Add((new PastOffice(office, facts, offices.Form, demo.Seed), today));
            }
        }

        var tickets = 0;
        for (var month = 0; month <= Days / 28; month++)
        {
            foreach (var (office, today) in pasts)
            {
                if (Month(today, month) is var (first, last) && first <= last)
                {
                    tickets += await writer.WriteAsync(office, first, last, cancellation);
                }
            }
        }

        return tickets;
    }

    // The part of the month so long ago that lies within the past.
    private static (DateOnly First, DateOnly Last) Month(DateOnly today, int ago)
    {
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-ago);
        var (begin, end) = (today.AddDays(-Days), today.AddDays(-1));
        var last = month.AddMonths(1).AddDays(-1);
        return (month > begin ? month : begin, last < end ? last : end);
    }
}
