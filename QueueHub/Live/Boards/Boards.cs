using System.Collections.Concurrent;
using QueueHub.Contracts.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Staff;

namespace QueueHub.Live.Boards;

/// <summary>
/// The boards of every office, computed once per change and shared by all connections. The same object as long as nothing changed,
/// so a reference tells whether a connection has it.
/// </summary>
public sealed class Boards(IOfficeStates states, IOffices offices, OpeningTimes hours, StaffNames names, HubOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Cached<Board>> _boards = new();
    private readonly ConcurrentDictionary<string, Cached<DeskBoard>> _desks = new();

    /// <summary>The public board; null for an unknown office or one not yet read.</summary>
    public Board? Public(string office) =>
        Newest(_boards, office, (state, document, opening, stale) => BoardBuilder.Build(state, document, opening, time.GetUtcNow(), stale, options.PublicUrl));

    /// <summary>The staff's board; null for an unknown office or one not yet read.</summary>
    public DeskBoard? Desk(string office) =>
        Newest(_desks, office, (state, document, opening, stale) => DeskBuilder.Build(state, document, opening, names.All, time.GetUtcNow(), stale));

    private TBoard? Newest<TBoard>(
        ConcurrentDictionary<string, Cached<TBoard>> cache, string office, Func<OfficeState, OfficeDocument, Opening, bool, TBoard> build)
        where TBoard : class
    {
        if (offices.Find(office) is not { } document || states.Current(document.Slug) is not { } state)
        {
            return null;
        }

        var stale = states.IsStale(document.Slug);
        var opening = hours.Of(document);
        if (cache.TryGetValue(document.Slug, out var cached)
            && ReferenceEquals(cached.State, state) && ReferenceEquals(cached.Document, document) && cached.Opening == opening && cached.Stale == stale)
        {
            return cached.Board;
        }

        var board = build(state, document, opening, stale);
        cache[document.Slug] = new Cached<TBoard>(state, document, opening, stale, board);
        return board;
    }

    private sealed record Cached<TBoard>(OfficeState State, OfficeDocument Document, Opening Opening, bool Stale, TBoard Board);
}
