namespace DisplayClient.Boards;

/// <summary>Shows a list that is longer than the screen page by page, evenly filled; nothing is ever cut.</summary>
/// <param name="Capacity">Items that fit.</param>
/// <param name="Index">The page shown, from 0.</param>
public sealed record Pager(int Capacity, int Index = 0)
{
    /// <summary>How many pages hold <paramref name="items"/>; at least one.</summary>
    public int Count(int items) => Math.Max(1, (items + Capacity - 1) / Capacity);

    /// <summary>The items of the page shown; of the last page when the list has become shorter.</summary>
    public IReadOnlyList<T> Slice<T>(IReadOnlyList<T> items)
    {
        var size = Size(items.Count);
        return [.. items.Skip(Clamped(items.Count) * size).Take(size)];
    }

    /// <summary>The page shown of a list of this length.</summary>
    public int Clamped(int items) => Math.Min(Index, Count(items) - 1);

    /// <summary>The next page, or the first again.</summary>
    public Pager Turn(int items) => this with { Index = (Clamped(items) + 1) % Count(items) };

    /// <summary>The page that holds an item.</summary>
    public Pager Reveal(int item, int items) => this with { Index = item / Size(items) };

    /// <summary>Pages are filled evenly: five calls are three and two, not four and a lonely one.</summary>
    private int Size(int items) => Math.Max(1, (items + Count(items) - 1) / Count(items));
}
