using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.Notify;

/// <summary>
/// Which node sends a notice: whoever comes first, for as long as its lease; then it is marked as done. A node that dies in between leaves it to the others
/// when the lease is over.
/// </summary>
internal sealed class Claims(IConnectionMultiplexer redis)
{
    private const string Done = "done";

    // Longer than any business day; the ordinal is never given again.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(36);

    // Of this process: a node that was restarted is another one.
    private readonly RedisValue _me = Guid.NewGuid().ToString("N");

    private IDatabase Db => redis.GetDatabase();

    /// <summary>Takes it up; false when another node has, or it is done.</summary>
    public async Task<bool> TryTakeAsync(NoticeKey notice, TimeSpan lease) =>
        !(notice.Kind == NoticeKind.Ahead && await Db.KeyExistsAsync(Key(notice with { Kind = NoticeKind.Called })))
        && await Db.StringSetAsync(Key(notice), _me, lease, When.NotExists);

    /// <summary>Goes on holding it; false when it was lost meanwhile.</summary>
    public Task<bool> HoldAsync(NoticeKey notice, TimeSpan lease) => Db.LockExtendAsync(Key(notice), _me, lease);

    /// <summary>Nobody is to send it any more.</summary>
    public Task DoneAsync(NoticeKey notice) => Db.StringSetAsync(Key(notice), Done, Remembered);

    /// <summary>It is not to be sent now, but may be later.</summary>
    public Task ReleaseAsync(NoticeKey notice) => Db.LockReleaseAsync(Key(notice), _me);

    /// <summary>True when nobody is to send it any more.</summary>
    public async Task<bool> IsDoneAsync(NoticeKey notice) => await Db.StringGetAsync(Key(notice)) == Done;

    private static RedisKey Key(NoticeKey notice) => RedisKeys.Notice(notice.Office, notice.Ticket, notice.Channel, notice.Leg, notice.Kind);
}
