using System.Collections.Frozen;

namespace QueueHub.Screens;

/// <summary>The paired screens at one moment: found by id and by the hash of their token. Immutable.</summary>
internal sealed class ScreenDirectory
{
    public static readonly ScreenDirectory Empty = new([]);

    private readonly FrozenDictionary<string, Screen> _byId;
    private readonly FrozenDictionary<string, Screen> _byHash;

    public ScreenDirectory(IReadOnlyList<PairedRow> rows)
    {
        Rows = rows;
        _byId = rows.ToFrozenDictionary(row => row.Id, row => row.Screen);
        _byHash = rows.ToFrozenDictionary(row => row.TokenHash, row => row.Screen);
    }

    public IReadOnlyList<PairedRow> Rows { get; }

    /// <summary>The screen of this id, or null.</summary>
    public Screen? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The screen that holds this token, or null.</summary>
    public Screen? Holder(string tokenHash) => _byHash.GetValueOrDefault(tokenHash);

    /// <summary>Ids of those that are not paired any more in a later list, or are so to another place.</summary>
    public IEnumerable<string> Gone(ScreenDirectory later) => _byId.Where(screen => later.Find(screen.Key) is not { } now || !now.SamePlace(screen.Value)).Select(screen => screen.Key);

    /// <summary>Those that show their office in another way in a later list.</summary>
    public IEnumerable<Screen> Settled(ScreenDirectory later) =>
        later._byId.Values.Where(screen => Find(screen.Id) is { } before && before.Settings != screen.Settings);
}
