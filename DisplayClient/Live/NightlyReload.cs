namespace DisplayClient.Live;

/// <summary>
/// Loads the page anew once a night, while nobody looks: a new version of the program is taken, and whatever a browser has gathered in a day is let go. Each screen
/// at a minute of its own.
/// </summary>
/// <param name="random">Uniform in [0, 1).</param>
public sealed class NightlyReload(TimeProvider time, double random)
{
    /// <summary>The first screen, by the office's clock.</summary>
    public static readonly TimeOnly From = new(3, 0);

    /// <summary>The last screen is due an hour after the first. One that was still in use then may follow until here.</summary>
    public static readonly TimeOnly To = new(5, 0);

    /// <summary>A page that was loaded this night is not loaded again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(3);

    /// <summary>A server that does not answer is not asked in every second.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);

    private readonly TimeOnly _due = From.Add(TimeSpan.FromHours(1) * random);
    private readonly long _began = time.GetTimestamp();
    private long? _asked;

    /// <summary>True when the page is to be loaded anew now.</summary>
    /// <param name="officeTime">By the server's clock; null while unknown.</param>
    /// <param name="idle">Nobody waits, is called or is served.</param>
    public bool IsDue(DateTimeOffset? officeTime, bool idle)
    {
        if (!idle || officeTime is not { } now || !TimeOnly.FromTimeSpan(now.TimeOfDay).IsBetween(_due, To) || time.GetElapsedTime(_began) < Fresh
            || (_asked is { } asked && time.GetElapsedTime(asked) < AskEvery))
        {
            return false;
        }
        _asked = time.GetTimestamp();
        return true;
    }
}
