using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Brings an order to the server: what is not answered is sent again with the same request id, for a while.</summary>
public sealed class RoomCourier(IRoomApi api, string office, TimeProvider time)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    public async Task<DoorAnswer<CommandReply>> SendAsync(RoomOrder order, string requestId, string language, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await api.SendAsync(office, order, requestId, language, stop);
            if (answer.Problem is not { IsOpen: true } || time.GetElapsedTime(started) >= Whole)
            {
                return answer;
            }

            await Task.Delay(Pause * attempt, time, stop);
        }
    }
}
