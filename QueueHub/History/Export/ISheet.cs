namespace QueueHub.History.Export;

/// <summary>A sheet that is written row by row.</summary>
internal interface ISheet : IDisposable
{
    /// <summary>One row, its cells as its columns say.</summary>
    void Write(IReadOnlyList<object?> cells);

    /// <summary>The end, without which the file is none.</summary>
    void Complete();
}
