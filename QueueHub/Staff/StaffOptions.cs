using System.ComponentModel.DataAnnotations;

namespace QueueHub.Staff;

/// <summary>Rules of signing in; section <c>Staff</c> of the configuration.</summary>
public sealed class StaffOptions
{
    /// <summary>A session that nobody used for so long is over.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "12:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is over after so long, used or not.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(1, 100)]
    public int FailuresBeforeLock { get; set; } = 5;

    /// <summary>How long it is then locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Sign-ins a minute from one address; a whole office may share one.</summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>False where people may sign in at the organisation's provider only.</summary>
    public bool PasswordSignIn { get; set; } = true;
}
