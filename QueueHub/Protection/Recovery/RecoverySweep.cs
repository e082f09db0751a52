using QueueHub.Offices;
using QueueHub.Platform.Database;

namespace QueueHub.Protection.Recovery;

/// <summary>Lets go of the bookings of days that are over; several nodes do no harm.</summary>
public sealed class RecoverySweep(RoomBookings bookings, IOffices offices, DatabaseStart database, TimeProvider time, ILogger<RecoverySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>Once, for all offices.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var office in offices.All)
        {
            var local = OfficeClock.Local(office, time.GetUtcNow());
            await bookings.ForgetAsync(office.Slug, local - local.TimeOfDay, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("Bookings of days that are over are let go of later: {Reason}", error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
