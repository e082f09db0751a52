using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using QueueHub.Contracts.Boards;
using QueueHub.Offices;
using QueueHub.Platform.Limits;

namespace QueueHub.Live.Panels;

/// <summary>The newest board of each panel: the same object as long as nothing on it has changed, so that a panel is told of its own counter's news alone.</summary>
public sealed class PanelBoards(IOfficeStates states, IOffices offices, OpeningTimes hours, IOptions<LimitOptions> limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Office, string Counter), PanelBoard> _boards = new();

    /// <summary>True when the office has the counter.</summary>
    public bool Knows(string office, string counter) => offices.Find(office)?.Counter(counter) is not null;

    /// <summary>Null for an unknown counter, and for an office that is not yet read.</summary>
    public PanelBoard? Of(string office, string counter)
    {
        if (offices.Find(office) is not { } document || document.Counter(counter) is not { } definition || states.Current(document.Slug) is not { } state)
        {
            return null;
        }

        var board = PanelBoardBuilder.Build(state, document, definition, hours.Of(document), time.GetUtcNow(), states.IsStale(document.Slug)) with
        {
            LeaseMilliseconds = (int)limits.Value.PanelLease.TotalMilliseconds,
        };
        return _boards.AddOrUpdate((document.Slug, counter), board, (_, present) => present.ShowsTheSame(board) ? present : board);
    }
}
