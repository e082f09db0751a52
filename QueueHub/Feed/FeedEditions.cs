using System.Collections.Concurrent;
using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Feed;

/// <summary>
/// The feed from the states this node holds anyway: computed at most once a second whoever asks, and each page written once. A thousand readers cost Redis nothing.
/// </summary>
public sealed class FeedEditions(IOfficeStates states, IOffices offices, TimeProvider time)
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(1);

    // Questions differ without end, and each answer is kept for its second.
    private const int PagesKept = 64;

    private Edition? _info;
    private Edition? _realtime;

    /// <summary>An answer of <c>cso_info_v2</c>.</summary>
    public byte[] Info(FeedQuestion question) => Answer(ref _info, question, now => InOrder.Select(office => FeedItems.Info(office, now)!));

    /// <summary>An answer of <c>cso_realtime_v2</c>. An office whose lines this node does not know is not in it: "nobody waits" would be untrue.</summary>
    public byte[] Realtime(FeedQuestion question) => Answer(ref _realtime, question, now =>
        from office in InOrder
        let state = states.Current(office.Slug)
        where state is not null
        from item in FeedItems.Realtime(office, state, states.IsStale(office.Slug) ? DateTimeOffset.FromUnixTimeMilliseconds(state.At) : now)
        select item);

    private IEnumerable<OfficeDocument> InOrder => offices.All.Where(office => office.Feed is not null).OrderBy(office => office.Feed!.CsoSn, StringComparer.Ordinal);

    private byte[] Answer(ref Edition? newest, FeedQuestion question, Func<DateTimeOffset, IEnumerable<FeedItem>> items)
    {
        var edition = Volatile.Read(ref newest);
        if (edition is null || time.GetElapsedTime(edition.Made) >= AtMostEvery)
        {
            edition = new Edition(time.GetTimestamp(), [.. items(time.GetUtcNow())]);
            Volatile.Write(ref newest, edition);
        }

        if (edition.Pages.TryGetValue(question, out var page))
        {
            return page;
        }

        page = FeedAnswer.Of(question, edition.Items);
        return edition.Pages.Count < PagesKept ? edition.Pages.GetOrAdd(question, page) : page;
    }

    private sealed record Edition(long Made, IReadOnlyList<FeedItem> Items)
    {
        public ConcurrentDictionary<FeedQuestion, byte[]> Pages { get; } = new();
    }
}
