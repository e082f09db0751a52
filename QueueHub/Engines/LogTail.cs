namespace QueueHub.Engines;

/// <summary>The end of an engine's log, for the sentence that says why it did not start.</summary>
internal static class LogTail
{
    private const int Lines = 12;

    public static string Of(string path) =>
        File.Exists(path) ? string.Join('\n', File.ReadLines(path).TakeLast(Lines)) : "(it printed nothing)";
}
