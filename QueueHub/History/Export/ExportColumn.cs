namespace QueueHub.History.Export;

/// <summary>One column of an export: its name never changes within a version of the schema.</summary>
public sealed record ExportColumn(string Name, CellKind Kind, int Width = 12);

/// <summary>What the cells of a column hold; any may be empty.</summary>
public enum CellKind
{
    /// <summary>A <see cref="string"/>: never a formula, whatever it begins with.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Whole,

    /// <summary>A <see cref="double"/>.</summary>
    Number,

    /// <summary>A share of one, as a <see cref="double"/>.</summary>
    Share,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="DateTimeOffset"/> by the office's clock.</summary>
    Time,
}
