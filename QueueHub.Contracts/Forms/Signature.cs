namespace QueueHub.Contracts.Forms;

/// <summary>How a citizen signs at the panel.</summary>
public static class SignatureKind
{
    /// <summary>By saying that the form is right.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>With a drawn name.</summary>
    public const string Drawn = "drawn";
}

/// <summary>A drawn signature: lines of points on a field of <see cref="Width"/> by <see cref="Height"/>.</summary>
/// <param name="Lines">Each x, y, x, y …</param>
public sealed record SignatureDrawing(IReadOnlyList<IReadOnlyList<int>> Lines)
{
    public const int Width = 1000;
    public const int Height = 300;

    /// <summary>More lines are not taken.</summary>
    public const int MostLines = 100;

    /// <summary>More points, of all lines together, are not taken.</summary>
    public const int MostPoints = 2000;

    /// <summary>True for something drawn that lies on the field.</summary>
    public bool IsAcceptable =>
        Lines is { Count: > 0 and <= MostLines }
        && Lines.All(line => line is { Count: >= 4 } && line.Count % 2 == 0)
        && Lines.Sum(line => line.Count) <= 2 * MostPoints
        && Lines.All(line => line.Select((value, i) => value >= 0 && value <= (i % 2 == 0 ? Width : Height)).All(fits => fits));
}

/// <summary>The signature under a form, as who may read the form sees it.</summary>
/// <param name="Kind">One of <see cref="SignatureKind"/>.</param>
/// <param name="Drawing">Null when it was confirmed without one.</param>
/// <param name="Valid">False: the form was changed since; it has to be signed anew.</param>
public sealed record FormSignature(string Kind, DateTimeOffset At, SignatureDrawing? Drawing, bool Valid);
